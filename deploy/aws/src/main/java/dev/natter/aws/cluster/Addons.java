package dev.natter.aws.cluster;

import java.util.List;
import software.amazon.awscdk.services.eks.CfnAddon;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/**
 * EKS add-ons, which AWS updates. {@code deploy/aws/controllers} installs the rest (load balancer controller, KEDA,
 * External Secrets, Prometheus, autoscaler).
 */
public final class Addons extends Construct {
    private final Cluster cluster;

    private Addons(Construct scope, String id, Cluster cluster) {
        super(scope, id);
        this.cluster = cluster;
    }

    /** Required for nodes to become ready; created before the nodes. */
    public static Addons ofNodes(Construct scope, Cluster cluster) {
        var addons = new Addons(scope, "NodeAddons", cluster);
        addons.addon("eks-pod-identity-agent").build();
        addons.addon("kube-proxy").build();
        // The CNI agent also enforces network policies.
        addons.addon("vpc-cni")
                .configurationValues("{\"enableNetworkPolicy\":\"true\"}")
                .podIdentityAssociations(List.of(addons.as("aws-node", "AmazonEKS_CNI_Policy")))
                .build();
        return addons;
    }

    /** Run on nodes; created after them. */
    public static Addons ofPods(Construct scope, Cluster cluster) {
        var addons = new Addons(scope, "PodAddons", cluster);
        addons.addon("coredns").build();
        addons.addon("metrics-server").build();
        addons.addon("aws-ebs-csi-driver")
                .podIdentityAssociations(
                        List.of(addons.as("ebs-csi-controller-sa", "service-role/AmazonEBSCSIDriverPolicy")))
                .build();
        return addons;
    }

    private CfnAddon.Builder addon(String name) {
        return CfnAddon.Builder.create(this, name)
                .clusterName(cluster.name())
                .addonName(name)
                .resolveConflicts("OVERWRITE");
    }

    private CfnAddon.PodIdentityAssociationProperty as(String serviceAccount, String policy) {
        var role = Role.Builder.create(this, serviceAccount + "-role")
                .assumedBy(new PodPrincipal(cluster))
                .managedPolicies(List.of(ManagedPolicy.fromAwsManagedPolicyName(policy)))
                .build();
        return CfnAddon.PodIdentityAssociationProperty.builder()
                .serviceAccount(serviceAccount)
                .roleArn(role.getRoleArn())
                .build();
    }
}
