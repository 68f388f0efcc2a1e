package dev.natter.aws.cluster;

import dev.natter.aws.Settings;
import dev.natter.aws.data.ImagesBucket;
import dev.natter.aws.data.ServiceSecrets;
import software.amazon.awscdk.services.eks.CfnPodIdentityAssociation;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** Roles of pods: one for each service account that needs AWS access. */
public final class PodRoles extends Construct {
    private final Cluster cluster;

    public PodRoles(
            Construct scope,
            String id,
            Settings settings,
            Cluster cluster,
            ImagesBucket images,
            ServiceSecrets secrets,
            IKey key) {
        super(scope, id);
        this.cluster = cluster;

        var chat = role("natter", "chat");
        images.grantImages(chat);
        // Key permissions for reading, writing and copying encrypted objects.
        key.grant(chat, "kms:Decrypt", "kms:GenerateDataKey");

        var user = role("natter", "user");
        images.grantAvatars(user);
        key.grant(user, "kms:Decrypt", "kms:GenerateDataKey");

        var externalSecrets = role("external-secrets", "external-secrets");
        secrets.grantReading(externalSecrets);
        key.grantDecrypt(externalSecrets);

        LoadBalancerPolicy.grant(role("kube-system", "aws-load-balancer-controller"), settings);
        AutoscalerPolicy.grant(role("kube-system", "cluster-autoscaler"), settings);
    }

    private Role role(String namespace, String serviceAccount) {
        var role = Role.Builder.create(this, serviceAccount)
                .assumedBy(new PodPrincipal(cluster))
                .build();
        CfnPodIdentityAssociation.Builder.create(this, serviceAccount + "-association")
                .clusterName(cluster.name())
                .namespace(namespace)
                .serviceAccount(serviceAccount)
                .roleArn(role.getRoleArn())
                .build();
        return role;
    }
}
