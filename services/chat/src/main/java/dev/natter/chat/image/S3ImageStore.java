package dev.natter.chat.image;

import dev.natter.web.CallerContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.BytesWrapper;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

@ApplicationScoped
class S3ImageStore implements ImageStore {

    private final S3AsyncClient s3;
    private final S3Config config;

    S3ImageStore(S3AsyncClient s3, S3Config config) {
        this.s3 = s3;
        this.config = config;
    }

    @Override
    public Uni<@Nullable Long> uploaded(String imageId) {
        return ask(() -> s3.headObject(head -> head.bucket(config.bucket()).key(Keys.upload(imageId))))
                .map(HeadObjectResponse::contentLength)
                .onFailure(S3Failures::isAbsent)
                .recoverWithNull()
                .onFailure()
                .transform(S3Failures::away);
    }

    @Override
    public Uni<Boolean> copyUpload(String imageId, String key) {
        return ask(() -> s3.copyObject(copy -> copy.sourceBucket(config.bucket())
                        .sourceKey(Keys.upload(imageId))
                        .destinationBucket(config.bucket())
                        .destinationKey(key)
                        .metadataDirective(MetadataDirective.COPY)))
                .replaceWith(true)
                .onFailure(S3Failures::isAbsent)
                .recoverWithItem(false)
                .onFailure()
                .transform(S3Failures::away);
    }

    @Override
    public Uni<byte[]> read(String key, long from, int count) {
        return ask(() -> s3.getObject(
                        get -> get.bucket(config.bucket())
                                .key(key)
                                .range("bytes=%d-%d".formatted(from, from + count - 1)),
                        AsyncResponseTransformer.toBytes()))
                .map(BytesWrapper::asByteArrayUnsafe)
                .onFailure()
                .transform(S3Failures::away);
    }

    @Override
    public Uni<Void> delete(String key) {
        return ask(() ->
                        s3.deleteObject(object -> object.bucket(config.bucket()).key(key)))
                .replaceWithVoid()
                .onFailure(S3Failures::isAbsent)
                .recoverWithNull()
                .onFailure()
                .transform(S3Failures::away);
    }

    @Override
    public Uni<Void> deleteAll(String imageId) {
        return list(Keys.keptPrefix(imageId))
                .chain(copies ->
                        delete(copies.contents().stream().map(S3Object::key).toList()))
                .chain(() -> delete(Keys.upload(imageId)));
    }

    @Override
    public Uni<Integer> deleteUploadsBefore(Instant then) {
        // In the order of their names, which begin with the time: the oldest are on the first page.
        return list(Keys.UPLOADS).chain(page -> {
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
                .transform(S3Failures::away);
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
                .transform(S3Failures::away);
    }

    private <T> Uni<T> ask(Supplier<CompletionStage<T>> call) {
        return CallerContext.current()
                .comeBack(Uni.createFrom()
                        .completionStage(call)
                        .ifNoItem()
                        .after(config.patience())
                        .fail());
    }
}
