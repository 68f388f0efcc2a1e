package dev.natter.chat.image;

import dev.natter.web.CallerContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Presigned URLs, of the address at which browsers find the S3 server. */
@ApplicationScoped
class S3Links implements Links {

    private final S3Presigner presigner;
    private final String bucket;
    private final ImageLimits limits;
    private final Clock clock;

    S3Links(S3Config config, AwsCredentialsProvider credentials, ImageLimits limits, Clock clock) {
        var builder = S3Presigner.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(credentials)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(config.pathStyle())
                        .build());
        config.publicEndpoint().or(config::endpoint).ifPresent(builder::endpointOverride);
        this.presigner = builder.build();
        this.bucket = config.bucket();
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Uni<Link> upload(Image image) {
        return link(
                limits.uploadLifetime(),
                () -> presigner.presignPutObject(request -> request.signatureDuration(limits.uploadLifetime())
                        .putObjectRequest(put -> put.bucket(bucket)
                                .key(Keys.upload(image.id()))
                                .contentType(image.format().contentType())
                                .contentLength(image.bytes()))));
    }

    @Override
    public Uni<Link> read(Image image, Image.Kept kept) {
        var format = image.format();
        return link(
                limits.linkLifetime(),
                () -> presigner.presignGetObject(request -> request.signatureDuration(limits.linkLifetime())
                        .getObjectRequest(get -> get.bucket(bucket)
                                .key(kept.key())
                                // Whatever the bucket says: a browser must take it for a picture and nothing else.
                                .responseContentType(format.contentType())
                                .responseContentDisposition(
                                        "inline; filename=\"%s.%s\"".formatted(image.id(), format.extension()))
                                .responseCacheControl("private, max-age=86400, immutable"))));
    }

    /** Not on the event loop: the platform's credentials may have to be fetched first. */
    private Uni<Link> link(Duration lifetime, Supplier<PresignedRequest> signing) {
        var expiresAt = clock.instant().plus(lifetime);
        return CallerContext.current()
                .comeBack(Uni.createFrom()
                        .item(() -> new Link(signing.get().url().toString(), expiresAt))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .onFailure()
                .transform(S3Failures::away);
    }

    @PreDestroy
    void close() {
        presigner.close();
    }
}
