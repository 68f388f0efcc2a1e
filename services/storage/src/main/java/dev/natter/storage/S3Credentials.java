package dev.natter.storage;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Who this service is to the S3 server: by its own key where it has one, else as the platform says. */
@Named(S3Credentials.NAME)
@Unremovable
@ApplicationScoped
class S3Credentials implements AwsCredentialsProvider {

    /** As application.properties names it. */
    static final String NAME = "natter-s3";

    private final AwsCredentialsProvider provider;

    S3Credentials(S3Config config) {
        this.provider = config.accessKey().isEmpty() && config.secretKey().isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        given(config.accessKey(), "NATTER_S3_ACCESS_KEY"),
                        given(config.secretKey(), "NATTER_S3_SECRET_KEY")));
    }

    /** The two come together, or not at all. */
    private static String given(Optional<String> part, String name) {
        return part.orElseThrow(() -> new IllegalStateException(name + " is missing"));
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return provider.resolveCredentials();
    }
}
