package dev.natter.chat.attachment;

import dev.natter.chat.attachment.S3ObjectStore.ObjectKeys;
import dev.natter.web.CallerContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Signs URLs for the address at which browsers reach the S3 server, without asking it whether the object exists. */
@ApplicationScoped
class S3UrlSigner {

    private final S3Presigner presigner;
    private final String bucket;
    private final ImageLimits limits;
    private final Clock clock;

    @Inject
    S3UrlSigner(S3Config config, AwsCredentialsProvider credentials, ImageLimits limits, Clock clock) {
        this(presigner(config, credentials), config.bucket(), limits, clock);
    }

    S3UrlSigner(S3Presigner presigner, String bucket, ImageLimits limits, Clock clock) {
        this.presigner = presigner;
        this.bucket = bucket;
        this.limits = limits;
        this.clock = clock;
    }

    private static S3Presigner presigner(S3Config config, AwsCredentialsProvider credentials) {
        var builder = S3Presigner.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(credentials)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(config.pathStyle())
                        .build());
        config.publicEndpoint().or(config::endpoint).ifPresent(builder::endpointOverride);
        return builder.build();
    }

    Uni<PresignedUrl> upload(Image image) {
        return sign(
                limits.uploadLifetime(),
                () -> presigner.presignPutObject(request -> request.signatureDuration(limits.uploadLifetime())
                        .putObjectRequest(put -> put.bucket(bucket)
                                .key(ObjectKeys.upload(image.id()))
                                .contentType(image.contentType())
                                .contentLength(image.bytes()))));
    }

    Uni<PresignedUrl> read(Image image) {
        var format = image.format();
        var stored = Objects.requireNonNull(image.stored());
        return sign(
                limits.linkLifetime(),
                () -> presigner.presignGetObject(request -> request.signatureDuration(limits.linkLifetime())
                        .getObjectRequest(get -> get.bucket(bucket)
                                .key(stored.key())
                                // Whatever the bucket says: a browser must take it for a picture and nothing else.
                                .responseContentType(format.contentType())
                                .responseContentDisposition(
                                        "inline; filename=\"%s.%s\"".formatted(image.id(), format.extension()))
                                .responseCacheControl("private, max-age=86400, immutable"))));
    }

    /** Not on the event loop: the platform's credentials may have to be fetched first. */
    private Uni<PresignedUrl> sign(Duration lifetime, Supplier<PresignedRequest> request) {
        var expiresAt = clock.instant().plus(lifetime);
        return CallerContext.current()
                .comeBack(Uni.createFrom()
                        .item(() -> new PresignedUrl(request.get().url().toString(), expiresAt))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .onFailure()
                .transform(S3ObjectStore::unavailable);
    }

    @PreDestroy
    void close() {
        presigner.close();
    }
}
