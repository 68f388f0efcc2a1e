package dev.natter.storage;

import dev.natter.web.ApiException;
import dev.natter.web.CallerContext;
import dev.natter.web.ErrorCode;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.async.ResponsePublisher;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The bucket. Every call is bounded in time, and fails with 503 when the bucket cannot be reached. */
@ApplicationScoped
public class S3ObjectStore {

    private static final int NOT_FOUND = 404;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final S3AsyncClient s3;
    private final S3Config config;

    public S3ObjectStore(S3AsyncClient s3, S3Config config) {
        this.s3 = s3;
        this.config = config;
    }

    /** The first bytes of an object, at most so many; null when there is no object. */
    public Uni<byte @Nullable []> read(String key, int maxBytes) {
        return read(key, 0, maxBytes);
    }

    /** The bytes of an object from there on, at most so many; null when there is no object. */
    public Uni<byte @Nullable []> read(String key, long from, int maxBytes) {
        return ifPresent(Uni.createFrom()
                .completionStage(() -> s3.getObject(
                        get -> get.bucket(config.bucket())
                                .key(key)
                                .range("bytes=%d-%d".formatted(from, from + maxBytes - 1)),
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
    public Uni<Void> write(String key, String contentType, List<ByteBuffer> content) {
        return call(() -> s3.putObject(
                        put -> put.bucket(config.bucket()).key(key).contentType(contentType),
                        AsyncRequestBody.fromRemainingByteBuffersUnsafe(content.toArray(ByteBuffer[]::new))))
                .replaceWithVoid();
    }

    /** Deletes an object; that there is none is no failure. */
    public Uni<Void> delete(String key) {
        return ifPresent(Uni.createFrom()
                        .completionStage(() -> s3.deleteObject(
                                object -> object.bucket(config.bucket()).key(key))))
                .replaceWithVoid();
    }

    /** Deletes the objects whose keys begin so, no more than a page of a thousand. */
    public Uni<Void> deleteAll(String prefix) {
        return list(prefix)
                .chain(page ->
                        delete(page.contents().stream().map(S3Object::key).toList()));
    }

    /** Deletes the objects of a prefix that were stored before then, no more than its first page; how many. */
    public Uni<Integer> deleteBefore(String prefix, Instant then) {
        return list(prefix).chain(page -> {
            var old = page.contents().stream()
                    .filter(object -> object.lastModified().isBefore(then))
                    .map(S3Object::key)
                    .toList();
            return delete(old).replaceWith(old.size());
        });
    }

    /** Bytes of an object from {@code from} on, at most so many; null when there is no object. */
    public Uni<@Nullable Range> range(String key, long from, int maxBytes) {
        return ifPresent(Uni.createFrom()
                .completionStage(() -> s3.getObject(
                        get -> get.bucket(config.bucket())
                                .key(key)
                                .range("bytes=%d-%d".formatted(from, from + maxBytes - 1)),
                        AsyncResponseTransformer.toPublisher()))
                .chain(object -> collect(object, maxBytes).map(bytes -> new Range(total(object.response()), bytes))));
    }

    /** Of {@code bytes 0-99/16778216}, the last number. */
    private static long total(GetObjectResponse response) {
        var range = response.contentRange();
        return range == null ? response.contentLength() : Long.parseLong(range.substring(range.indexOf('/') + 1));
    }

    /** A part of an object, and the length of the whole. */
    public static final class Range {

        private final long total;
        private final byte[] bytes;

        public Range(long total, byte[] bytes) {
            this.total = total;
            this.bytes = bytes;
        }

        public long total() {
            return total;
        }

        public byte[] bytes() {
            return bytes;
        }
    }

    /** Copies an object inside the bucket, as this type; false when there is none. May take longer than other calls. */
    public Uni<Boolean> copy(String key, String copy, String contentType, Duration timeout) {
        return ifPresent(
                        Uni.createFrom()
                                .completionStage(() -> s3.copyObject(request -> request.sourceBucket(config.bucket())
                                        .sourceKey(key)
                                        .destinationBucket(config.bucket())
                                        .destinationKey(copy)
                                        .metadataDirective(MetadataDirective.REPLACE)
                                        .contentType(contentType)
                                        .overrideConfiguration(call -> call.apiCallTimeout(timeout)))),
                        timeout)
                .map(Objects::nonNull);
    }

    /** Begins an upload in parts; its id. */
    public Uni<String> beginUpload(String key, String contentType) {
        return call(() -> s3.createMultipartUpload(
                        create -> create.bucket(config.bucket()).key(key).contentType(contentType)))
                .map(CreateMultipartUploadResponse::uploadId);
    }

    /** The parts that are uploaded, at most a thousand; none when there is no such upload. */
    public Uni<List<UploadedPart>> uploadedParts(String key, String uploadId) {
        return ifPresent(Uni.createFrom()
                        .completionStage(() -> s3.listParts(
                                list -> list.bucket(config.bucket()).key(key).uploadId(uploadId))))
                .map(list -> list == null
                        ? List.of()
                        : list.parts().stream()
                                .map(part -> new UploadedPart(part.partNumber(), part.eTag(), part.size()))
                                .toList());
    }

    public record UploadedPart(int number, String eTag, long bytes) {}

    /** Makes an object of these parts. */
    public Uni<Void> completeUpload(String key, String uploadId, List<UploadedPart> parts) {
        var completed = parts.stream()
                .map(part -> CompletedPart.builder()
                        .partNumber(part.number())
                        .eTag(part.eTag())
                        .build())
                .toList();
        return call(() -> s3.completeMultipartUpload(complete -> complete.bucket(config.bucket())
                        .key(key)
                        .uploadId(uploadId)
                        .multipartUpload(upload -> upload.parts(completed))))
                .replaceWithVoid();
    }

    /** Deletes the parts of uploads that were begun before then and not completed, no more than a page of a thousand. */
    public Uni<Void> abortUploadsBefore(String prefix, Instant then) {
        return call(() -> s3.listMultipartUploads(
                        list -> list.bucket(config.bucket()).prefix(prefix)))
                .onItem()
                .transformToMulti(page -> Multi.createFrom().iterable(page.uploads()))
                .filter(upload -> upload.initiated().isBefore(then))
                .onItem()
                .transformToUniAndConcatenate(upload -> ifPresent(Uni.createFrom()
                        .completionStage(() -> s3.abortMultipartUpload(abort ->
                                abort.bucket(config.bucket()).key(upload.key()).uploadId(upload.uploadId())))))
                .onItem()
                .ignoreAsUni();
    }

    /** Completes when the bucket can be reached. */
    public Uni<Void> ready() {
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
        return bounded(Uni.createFrom().completionStage(request), config.timeout())
                .onFailure()
                .transform(S3ObjectStore::unavailable);
    }

    private <T> Uni<@Nullable T> ifPresent(Uni<T> call) {
        return ifPresent(call, config.timeout());
    }

    private <T> Uni<@Nullable T> ifPresent(Uni<T> call, Duration timeout) {
        return bounded(call, timeout)
                .onFailure(S3ObjectStore::isAbsent)
                .recoverWithNull()
                .onFailure()
                .transform(S3ObjectStore::unavailable);
    }

    private static <T> Uni<T> bounded(Uni<T> call, Duration timeout) {
        return CallerContext.current().comeBack(call.ifNoItem().after(timeout).fail());
    }

    private static boolean isAbsent(Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof S3Exception answer && answer.statusCode() == NOT_FOUND;
    }

    /** 503, whatever the failure was. */
    static Throwable unavailable(Throwable failure) {
        // Its message names the server's reason and a request id; never a URL.
        Log.warnf("The S3 server failed: %s", failure);
        return ApiException.unavailable(
                ErrorCode.IMAGES_UNAVAILABLE, "The image store is unavailable. Try again shortly.", RETRY_AFTER);
    }
}
