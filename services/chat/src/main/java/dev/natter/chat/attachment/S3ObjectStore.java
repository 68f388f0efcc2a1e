package dev.natter.chat.attachment;

import dev.natter.web.CallerContext;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.async.ResponsePublisher;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The bucket. Every call is bounded in time, and fails with 503 when the bucket cannot be reached. */
@ApplicationScoped
class S3ObjectStore {

    private static final int NOT_FOUND = 404;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final S3AsyncClient s3;
    private final S3Config config;

    S3ObjectStore(S3AsyncClient s3, S3Config config) {
        this.s3 = s3;
        this.config = config;
    }

    /** The first bytes of an object, at most so many; null when there is no object. */
    Uni<byte @Nullable []> read(String key, int maxBytes) {
        return ifPresent(Uni.createFrom()
                .completionStage(() -> s3.getObject(
                        get -> get.bucket(config.bucket()).key(key).range("bytes=0-%d".formatted(maxBytes - 1)),
                        AsyncResponseTransformer.toPublisher()))
                .chain(object -> collect(object, maxBytes)));
    }

    /** Into one array of the right size: the SDK's own collector takes up to three times as much. */
    private static Uni<byte[]> collect(ResponsePublisher<GetObjectResponse> object, int maxBytes) {
        var length = object.response().contentLength();
        var bytes = ByteBuffer.allocate((int) Math.min(length, maxBytes));
        return Multi.createFrom()
                .publisher(AdaptersToFlow.publisher(object))
                .invoke(bytes::put)
                .collect()
                .last()
                .map(last -> {
                    if (bytes.hasRemaining()) {
                        throw new IllegalStateException("the object ended early");
                    }
                    return bytes.array();
                });
    }

    /** Stores an object; the bytes must not change until this completes. */
    Uni<Void> write(String key, String contentType, List<ByteBuffer> content) {
        return call(() -> s3.putObject(
                        put -> put.bucket(config.bucket()).key(key).contentType(contentType),
                        AsyncRequestBody.fromRemainingByteBuffersUnsafe(content.toArray(ByteBuffer[]::new))))
                .replaceWithVoid();
    }

    Uni<Void> delete(String key) {
        return ifPresent(Uni.createFrom()
                        .completionStage(() -> s3.deleteObject(
                                object -> object.bucket(config.bucket()).key(key))))
                .replaceWithVoid();
    }

    /** Deletes the upload of an image and everything stored of it. */
    Uni<Void> deleteAll(String imageId) {
        return list(ObjectKeys.storedPrefix(imageId))
                .chain(copies ->
                        delete(copies.contents().stream().map(S3Object::key).toList()))
                .chain(() -> delete(ObjectKeys.upload(imageId)));
    }

    /** Deletes uploads that were made before then, no more than a page of them; how many. */
    Uni<Integer> deleteUploadsBefore(Instant then) {
        // In the order of their names, which begin with the time: the oldest are on the first page.
        return list(ObjectKeys.UPLOADS).chain(page -> {
            var old = page.contents().stream()
                    .filter(upload -> upload.lastModified().isBefore(then))
                    .map(S3Object::key)
                    .toList();
            return delete(old).replaceWith(old.size());
        });
    }

    Uni<Void> ready() {
        return call(() -> s3.headBucket(bucket -> bucket.bucket(config.bucket())))
                .replaceWithVoid();
    }

    private Uni<ListObjectsV2Response> list(String prefix) {
        return call(() -> s3.listObjectsV2(list -> list.bucket(config.bucket()).prefix(prefix)));
    }

    private Uni<Void> delete(List<String> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var objects = keys.stream()
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .toList();
        return call(() -> s3.deleteObjects(delete -> delete.bucket(config.bucket())
                        .delete(these -> these.objects(objects).quiet(true))))
                .replaceWithVoid();
    }

    private <T> Uni<T> call(Supplier<CompletionStage<T>> request) {
        return bounded(Uni.createFrom().completionStage(request)).onFailure().transform(S3ObjectStore::unavailable);
    }

    private <T> Uni<@Nullable T> ifPresent(Uni<T> call) {
        return bounded(call)
                .onFailure(S3ObjectStore::isAbsent)
                .recoverWithNull()
                .onFailure()
                .transform(S3ObjectStore::unavailable);
    }

    private <T> Uni<T> bounded(Uni<T> call) {
        return CallerContext.current()
                .comeBack(call.ifNoItem().after(config.patience()).fail());
    }

    private static boolean isAbsent(Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof S3Exception answer && answer.statusCode() == NOT_FOUND;
    }

    /** 503, whatever the failure was. */
    static Throwable unavailable(Throwable failure) {
        // Its message names the server's reason and a request id; never a URL.
        Log.warnf("The S3 server failed: %s", failure);
        return Refusal.unavailable(
                ErrorCode.IMAGES_UNAVAILABLE, "The image store is unavailable. Try again shortly.", RETRY_AFTER);
    }

    static final class ObjectKeys {

        /** Uploads; a lifecycle rule of the bucket may empty it after a day. */
        static final String UPLOADS = "uploads/";

        private static final String IMAGES = "images/";

        private ObjectKeys() {}

        static String upload(String imageId) {
            return UPLOADS + imageId;
        }

        /** Of everything stored of an image. */
        static String storedPrefix(String imageId) {
            return IMAGES + imageId + "/";
        }

        /** Of what one inspection stores: each has a key of its own, so that none replaces another. */
        static String stored(String imageId, String inspectionId) {
            return storedPrefix(imageId) + inspectionId;
        }
    }
}
