package dev.natter.storage;

import dev.natter.web.CallerContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Signs URLs for the address at which browsers reach the S3 server, without asking it whether the object exists. */
@ApplicationScoped
public class S3UrlSigner {

    private final S3Presigner presigner;
    private final String bucket;
    private final Clock clock;

    @Inject
    S3UrlSigner(S3Config config, AwsCredentialsProvider credentials, Clock clock) {
        this(presigner(config, credentials), config.bucket(), clock);
    }

    S3UrlSigner(S3Presigner presigner, String bucket, Clock clock) {
        this.presigner = presigner;
        this.bucket = bucket;
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

    /** A PUT of exactly this type and length. */
    public Uni<PresignedUrl> upload(String key, String contentType, long bytes, Duration lifetime) {
        return sign(
                lifetime,
                () -> presigner.presignPutObject(request -> request.signatureDuration(lifetime)
                        .putObjectRequest(put -> put.bucket(bucket)
                                .key(key)
                                .contentType(contentType)
                                .contentLength(bytes))));
    }

    /** A PUT of exactly this length, of one part of an upload. */
    public Uni<PresignedUrl> uploadPart(String key, String uploadId, int number, long bytes, Duration lifetime) {
        return sign(
                lifetime,
                () -> presigner.presignUploadPart(request -> request.signatureDuration(lifetime)
                        .uploadPartRequest(part -> part.bucket(bucket)
                                .key(key)
                                .uploadId(uploadId)
                                .partNumber(number)
                                .contentLength(bytes))));
    }

    /** A GET whose answer has these headers, whatever the bucket says of the object. */
    public Uni<PresignedUrl> read(String key, ResponseHeaders headers, Duration lifetime) {
        return sign(
                lifetime,
                () -> presigner.presignGetObject(request -> request.signatureDuration(lifetime)
                        .getObjectRequest(get -> get.bucket(bucket)
                                .key(key)
                                .responseContentType(headers.contentType())
                                .responseContentDisposition(headers.contentDisposition())
                                .responseCacheControl(headers.cacheControl()))));
    }

    /** Headers of an answer of the S3 server. */
    public record ResponseHeaders(String contentType, String contentDisposition, String cacheControl) {

        /** A file that a browser may show, under this name, and keep for a day: its content never changes. */
        public static ResponseHeaders inline(String contentType, String name) {
            return of(contentType, "inline; filename=\"%s\"".formatted(name));
        }

        /** A file that a browser may keep for a day: its content never changes. */
        public static ResponseHeaders of(String contentType, String contentDisposition) {
            return new ResponseHeaders(contentType, contentDisposition, "private, max-age=86400, immutable");
        }
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
