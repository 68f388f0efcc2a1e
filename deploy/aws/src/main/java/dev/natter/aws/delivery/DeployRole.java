package dev.natter.aws.delivery;

import dev.natter.aws.Output;
import dev.natter.aws.Settings;
import dev.natter.aws.cluster.Cluster;
import dev.natter.aws.cluster.Doorway;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.eks.CfnAccessEntry;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/**
 * The role of {@code .github/workflows/deploy.yml}: pushes images, finds the cluster, and is a member of the group
 * {@code natter-deployers}, which {@code deploy/aws/cluster.yaml} lets change the namespace natter.
 */
public final class DeployRole extends Construct {

    public DeployRole(
            Construct scope,
            String id,
            Settings settings,
            Cluster cluster,
            Doorway doorway,
            GitHubIdentity github,
            Registry registry) {
        super(scope, id);
        var role = Role.Builder.create(this, "Role")
                .roleName(settings.name() + "-deploy")
                .assumedBy(github.jobsIn("production"))
                .maxSessionDuration(Duration.hours(1))
                .build();
        registry.grantPushing(role);
        doorway.grantPassage(role);
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of("eks:DescribeCluster"))
                .resources(List.of(cluster.arn()))
                .build());
        CfnAccessEntry.Builder.create(this, "Access")
                .clusterName(cluster.name())
                .principalArn(role.getRoleArn())
                .kubernetesGroups(List.of("natter-deployers"))
                .build();
        Output.of(this, "DeployRole", role.getRoleArn());
    }
}
