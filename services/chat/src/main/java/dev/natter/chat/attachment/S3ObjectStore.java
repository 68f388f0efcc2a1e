package dev.natter.chat.attachment;

import dev.natter.web.CallerContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
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
import software.amazon.awssdk.services.s3.model.S3Object;

@ApplicationScoped
class S3ObjectStore implements ObjectStore {

    private final S3AsyncClient s3;
    private final S3Config config;

    S3ObjectStore(S3AsyncClient s3, S3Config config) {
        this.s3 = s3;
        this.config = config;
    }

    @Override
    public Uni<byte @Nullable []> read(String key, int maxBytes) {
        return bounded(Uni.createFrom()
                        .completionStage(() -> s3.getObject(
                                get -> get.bucket(config.bucket()).key(key).range("bytes=0-%d".formatted(maxBytes - 1)),
                                AsyncResponseTransformer.toPublisher()))
                        .chain(object -> collect(object, maxBytes)))
                .onFailure(S3Failures::isAbsent)
                .recoverWithNull()
                .onFailure()
                .transform(S3Failures::unavailable);
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

    @Override
    public Uni<Void> write(String key, String contentType, List<ByteBuffer> content) {
        return ask(() -> s3.putObject(
                        put -> put.bucket(config.bucket()).key(key).contentType(contentType),
                        AsyncRequestBody.fromRemainingByteBuffersUnsafe(content.toArray(ByteBuffer[]::new))))
                .replaceWithVoid()
                .onFailure()
                .transform(S3Failures::unavailable);
    }

    @Override
    public Uni<Void> delete(String key) {
        return ask(() ->
                        s3.deleteObject(object -> object.bucket(config.bucket()).key(key)))
                .replaceWithVoid()
                .onFailure(S3Failures::isAbsent)
                .recoverWithNull()
                .onFailure()
                .transform(S3Failures::unavailable);
    }

    @Override
    public Uni<Void> deleteAll(String imageId) {
        return list(ObjectKeys.storedPrefix(imageId))
                .chain(copies ->
                        delete(copies.contents().stream().map(S3Object::key).toList()))
                .chain(() -> delete(ObjectKeys.upload(imageId)));
    }

    @Override
    public Uni<Integer> deleteUploadsBefore(Instant then) {
        // In the order of their names, which begin with the time: the oldest are on the first page.
        return list(ObjectKeys.UPLOADS).chain(page -> {
            var old = page.contents().stream()
                    .filter(upload -> upload.lastModified().isBefore(then))
                    .map(S3Object::key)
                    .toList();
            return delete(old).replaceWith(old.size());
        });
    }

    @Override
    public Uni<Void> ready() {
        return ask(() -> s3.headBucket(bucket -> bucket.bucket(config.bucket())))
                .replaceWithVoid();
    }

    private Uni<ListObjectsV2Response> list(String prefix) {
        return ask(() -> s3.listObjectsV2(list -> list.bucket(config.bucket()).prefix(prefix)))
                .onFailure()
                .transform(S3Failures::unavailable);
    }

    private Uni<Void> delete(List<String> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var objects = keys.stream()
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .toList();
        return ask(() -> s3.deleteObjects(delete -> delete.bucket(config.bucket())
                        .delete(these -> these.objects(objects).quiet(true))))
                .replaceWithVoid()
                .onFailure()
                .transform(S3Failures::unavailable);
    }

    private <T> Uni<T> ask(Supplier<CompletionStage<T>> call) {
        return bounded(Uni.createFrom().completionStage(call));
    }

    private <T> Uni<T> bounded(Uni<T> call) {
        return CallerContext.current()
                .comeBack(call.ifNoItem().after(config.patience()).fail());
    }
}
