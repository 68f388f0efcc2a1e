package dev.natter.aws.cluster;

import dev.natter.aws.Output;
import dev.natter.aws.Settings;
import dev.natter.aws.network.Network;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupIngress;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.eks.CfnAccessEntry;
import software.amazon.awscdk.services.eks.CfnCluster;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * The control plane. Its API is reachable inside the VPC only ({@link Doorway}). Access entries grant access; its
 * creator has none by default. The plain resource, because CDK's high-level construct brings Lambda functions that run
 * kubectl with administrator rights.
 */
public final class Cluster extends Construct {
    /** In standard support until 27 March 2027; the upgrade policy upgrades automatically before extended support. */
    private static final String VERSION = "1.35";

    private final CfnCluster cluster;

    public Cluster(Construct scope, String id, Settings settings, Network network, IKey key) {
        super(scope, id);
        var logs = LogGroup.Builder.create(this, "Logs")
                .logGroupName("/aws/eks/" + settings.name() + "/cluster")
                .retention(RetentionDays.ONE_MONTH)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        var role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("eks.amazonaws.com"))
                .managedPolicies(List.of(ManagedPolicy.fromAwsManagedPolicyName("AmazonEKSClusterPolicy")))
                .build();
        key.grantEncryptDecrypt(role);
        this.cluster = CfnCluster.Builder.create(this, "Eks")
                .name(settings.name())
                .version(VERSION)
                .upgradePolicy(CfnCluster.UpgradePolicyProperty.builder()
                        .supportType("STANDARD")
                        .build())
                .roleArn(role.getRoleArn())
                .deletionProtection(settings.size().isRedundant())
                .resourcesVpcConfig(CfnCluster.ResourcesVpcConfigProperty.builder()
                        .subnetIds(network.podSubnets())
                        .endpointPrivateAccess(true)
                        .endpointPublicAccess(false)
                        .build())
                .accessConfig(CfnCluster.AccessConfigProperty.builder()
                        .authenticationMode("API")
                        .bootstrapClusterCreatorAdminPermissions(false)
                        .build())
                .encryptionConfig(List.of(CfnCluster.EncryptionConfigProperty.builder()
                        .resources(List.of("secrets"))
                        .provider(CfnCluster.ProviderProperty.builder()
                                .keyArn(key.getKeyArn())
                                .build())
                        .build()))
                .logging(CfnCluster.LoggingProperty.builder()
                        .clusterLogging(CfnCluster.ClusterLoggingProperty.builder()
                                .enabledTypes(List.of(type("audit"), type("authenticator"), type("api")))
                                .build())
                        .build())
                // Addons names the versions.
                .bootstrapSelfManagedAddons(false)
                .build();
        cluster.getNode().addDependency(logs);
        administrator(settings);
        Output.of(this, "ClusterName", cluster.getRef());
        Output.of(this, "ClusterEndpoint", cluster.getAttrEndpoint());
    }

    private static CfnCluster.LoggingTypeConfigProperty type(String name) {
        return CfnCluster.LoggingTypeConfigProperty.builder().type(name).build();
    }

    private void administrator(Settings settings) {
        CfnAccessEntry.Builder.create(this, "Administrator")
                .clusterName(name())
                .principalArn(settings.administrator())
                .accessPolicies(List.of(CfnAccessEntry.AccessPolicyProperty.builder()
                        .policyArn("arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy")
                        .accessScope(CfnAccessEntry.AccessScopeProperty.builder()
                                .type("cluster")
                                .build())
                        .build()))
                .build();
    }

    /** The cluster's name; makes its users depend on the cluster. */
    public String name() {
        return cluster.getRef();
    }

    public String arn() {
        return cluster.getAttrArn();
    }

    /** Lets members of the group reach the API. */
    void reachedFrom(Construct scope, SecurityGroup group) {
        CfnSecurityGroupIngress.Builder.create(scope, "ToApi")
                .groupId(cluster.getAttrClusterSecurityGroupId())
                .sourceSecurityGroupId(group.getSecurityGroupId())
                .ipProtocol("tcp")
                .fromPort(443)
                .toPort(443)
                .description("the doorway")
                .build();
    }
}
