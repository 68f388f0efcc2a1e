package dev.natter.aws.cluster;

import dev.natter.aws.Settings;
import dev.natter.aws.network.Network;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.services.eks.CfnNodegroup;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** Managed nodes: Graviton first, x86 in case Graviton capacity is exhausted. */
public final class NodeGroups extends Construct {

    public NodeGroups(Construct scope, String id, Settings settings, Cluster cluster, Network network) {
        super(scope, id);
        var role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
                .managedPolicies(List.of(
                        ManagedPolicy.fromAwsManagedPolicyName("AmazonEKSWorkerNodePolicy"),
                        ManagedPolicy.fromAwsManagedPolicyName("AmazonEC2ContainerRegistryPullOnly")))
                .build();
        var template = new NodeTemplate(this, "Template", settings);
        var sizes = settings.size().nodes();
        group("Graviton", "AL2023_ARM_64_STANDARD", sizes.gravitonType(), role, template, cluster, network)
                .scalingConfig(between(sizes.gravitonLeast(), sizes.gravitonMost()))
                .build();
        group("X86", "AL2023_x86_64_STANDARD", sizes.x86Type(), role, template, cluster, network)
                .scalingConfig(between(sizes.x86Least(), sizes.x86Most()))
                .build();
    }

    private CfnNodegroup.Builder group(
            String id, String image, String type, Role role, NodeTemplate template, Cluster cluster, Network network) {
        return CfnNodegroup.Builder.create(this, id)
                .clusterName(cluster.name())
                .nodeRole(role.getRoleArn())
                .subnets(network.podSubnets())
                .amiType(image)
                .instanceTypes(List.of(type))
                .launchTemplate(template.specification())
                .updateConfig(CfnNodegroup.UpdateConfigProperty.builder()
                        .maxUnavailable(1)
                        .build())
                .nodeRepairConfig(CfnNodegroup.NodeRepairConfigProperty.builder()
                        .enabled(true)
                        .build())
                .labels(Map.of("natter/nodes", id.toLowerCase(Locale.ROOT)));
    }

    /** The minimum; the cluster autoscaler adds nodes. */
    private static CfnNodegroup.ScalingConfigProperty between(int least, int most) {
        return CfnNodegroup.ScalingConfigProperty.builder()
                .minSize(least)
                .desiredSize(least)
                .maxSize(most)
                .build();
    }
}
