package dev.natter.aws.data;

import dev.natter.aws.Settings;
import java.util.List;
import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.constructs.Construct;

/**
 * The four entries that {@code k8s/components/external-secrets} reads, created empty: {@code deploy/aws/secrets} fills
 * them, so that no template or stack history contains their values.
 */
public final class ServiceSecrets extends Construct {
    private final List<CfnSecret> entries;

    public ServiceSecrets(Construct scope, String id, Settings settings, IKey key) {
        super(scope, id);
        this.entries = List.of("user", "chat", "mail", "mail-scaler").stream()
                .map(service -> entry(settings.name(), service, key))
                .toList();
    }

    private CfnSecret entry(String environment, String service, IKey key) {
        var secret = CfnSecret.Builder.create(this, service)
                .name(environment + "/" + service)
                .description("What the environment of " + service + " keeps to itself")
                .kmsKeyId(key.getKeyArn())
                .build();
        secret.getCfnOptions().setDeletionPolicy(CfnDeletionPolicy.RETAIN);
        secret.getCfnOptions().setUpdateReplacePolicy(CfnDeletionPolicy.RETAIN);
        return secret;
    }

    /** Allows reading these four, and no other secret of the account. */
    public void grantReading(IGrantable reader) {
        reader.getGrantPrincipal()
                .addToPrincipalPolicy(PolicyStatement.Builder.create()
                        .actions(List.of("secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"))
                        .resources(entries.stream().map(CfnSecret::getRef).toList())
                        .build());
    }
}
