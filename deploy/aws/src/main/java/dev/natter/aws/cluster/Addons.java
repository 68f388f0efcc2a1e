package dev.natter.aws.cluster;

import java.util.List;
import software.amazon.awscdk.services.eks.CfnAddon;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/**
 * What AWS itself puts into a cluster and keeps up to date. What it does not (load balancer controller, KEDA, External
 * Secrets, Prometheus, autoscaler) is installed by {@code deploy/aws/controllers}.
 */
public final class Addons extends Construct {
    private final Cluster cluster;

    private Addons(Construct scope, String id, Cluster cluster) {
        super(scope, id);
        this.cluster = cluster;
    }

    /** Without these no node becomes ready: made before the nodes. */
    public static Addons ofNodes(Construct scope, Cluster cluster) {
        var addons = new Addons(scope, "NodeAddons", cluster);
        addons.addon("eks-pod-identity-agent").build();
        addons.addon("kube-proxy").build();
        // Network policies are enforced by the same agent that gives pods their addresses.
        addons.addon("vpc-cni")
                .configurationValues("{\"enableNetworkPolicy\":\"true\"}")
                .podIdentityAssociations(List.of(addons.as("aws-node", "AmazonEKS_CNI_Policy")))
                .build();
        return addons;
    }

    /** These run on nodes: made after them. */
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
