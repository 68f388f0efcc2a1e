package dev.natter.aws.data;

import dev.natter.aws.Settings;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * The key that encrypts all data at rest. Without it backups are unreadable, so it is retained when its stack is
 * deleted.
 */
public final class DataKey extends Construct {
    private final Key key;

    public DataKey(Construct scope, String id, Settings settings) {
        super(scope, id);
        this.key = Key.Builder.create(this, "Key")
                .alias(settings.name() + "/data")
                .description("Natter: messages, images, secrets")
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    public IKey key() {
        return key;
    }
}
