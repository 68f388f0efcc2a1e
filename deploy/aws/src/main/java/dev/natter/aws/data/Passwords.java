package dev.natter.aws.data;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** Passwords that Secrets Manager draws; no template and no log ever holds one. */
final class Passwords {
    private static final int LENGTH = 48;

    private Passwords() {}

    /** Letters and digits alone: it becomes part of URLs. */
    static Secret drawn(Construct scope, String name, IKey key) {
        return Secret.Builder.create(scope, "Password")
                .secretName(name)
                .encryptionKey(key)
                .generateSecretString(SecretStringGenerator.builder()
                        .passwordLength(LENGTH)
                        .excludePunctuation(true)
                        .build())
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }
}
