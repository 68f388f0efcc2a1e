package dev.natter.chat.attachment;

import dev.natter.storage.S3ObjectStore;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A bucket as long as a test lasts. */
@Vetoed
final class InMemoryObjects extends S3ObjectStore {

    private final Map<String, byte[]> objects = new TreeMap<>();
    private CompletableFuture<Void> readable = CompletableFuture.completedFuture(null);
    private Runnable beforeWriting = () -> {};
    private Runnable afterCopying = () -> {};
    private int reads;
    private boolean away;

    InMemoryObjects() {
        super(null, null);
    }

    /** Puts something where an uploader would. */
    void upload(String imageId, byte[] bytes) {
        objects.put(ObjectKeys.upload(imageId), bytes);
    }

    /** What happens between an inspection and the storing of its outcome; once. */
    void beforeNextWriting(Runnable step) {
        beforeWriting = step;
    }

    /** What happens between a copy and its check; once. */
    void afterNextCopy(Runnable step) {
        afterCopying = step;
    }

    /** How many objects were asked for. */
    int reads() {
        return reads;
    }

    /** Nothing can be read until then. */
    void readableWhen(CompletableFuture<Void> then) {
        readable = then;
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    Set<String> keys() {
        return Set.copyOf(objects.keySet());
    }

    byte[] get(String key) {
        return objects.get(key);
    }

    @Override
    public Uni<byte[]> read(String key, int maxBytes) {
        var open = Uni.createFrom().completionStage(readable);
        return open.chain(() -> later(() -> {
            reads++;
            var object = objects.get(key);
            return object == null ? null : Arrays.copyOf(object, Math.min(object.length, maxBytes));
        }));
    }

    @Override
    public Uni<Void> write(String key, String contentType, List<ByteBuffer> content) {
        return later(() -> {
            var step = beforeWriting;
            beforeWriting = () -> {};
            step.run();
            var object = new ByteArrayOutputStream();
            content.forEach(piece -> {
                var bytes = new byte[piece.remaining()];
                piece.duplicate().get(bytes);
                object.writeBytes(bytes);
            });
            objects.put(key, object.toByteArray());
            return null;
        });
    }

    @Override
    public Uni<Range> range(String key, long from, int maxBytes) {
        return later(() -> {
            var object = objects.get(key);
            return object == null
                    ? null
                    : new Range(object.length, Arrays.copyOfRange(object, (int) from, (int)
                            Math.min(object.length, from + maxBytes)));
        });
    }

    @Override
    public Uni<Boolean> copy(String key, String copy, String contentType, Duration timeout) {
        return later(() -> {
            var object = objects.get(key);
            if (object != null) {
                objects.put(copy, object);
            }
            var step = afterCopying;
            afterCopying = () -> {};
            step.run();
            return object != null;
        });
    }

    /** Knows no uploads in parts. */
    @Override
    public Uni<String> beginUpload(String key, String contentType) {
        return Uni.createFrom()
                .failure(ApiException.unavailable(
                        ErrorCode.IMAGES_UNAVAILABLE, "The store is away.", Duration.ofSeconds(1)));
    }

    @Override
    public Uni<Void> abortUploadsBefore(String prefix, Instant then) {
        return later(() -> null);
    }

    @Override
    public Uni<Void> delete(String key) {
        return later(() -> {
            objects.remove(key);
            return null;
        });
    }

    @Override
    public Uni<Void> deleteAll(String prefix) {
        return later(() -> {
            objects.keySet().removeIf(key -> key.startsWith(prefix));
            return null;
        });
    }

    @Override
    public Uni<Integer> deleteBefore(String prefix, Instant then) {
        return later(() -> 0);
    }

    @Override
    public Uni<Void> ready() {
        return later(() -> null);
    }

    private <T> Uni<T> later(Supplier<T> step) {
        return Uni.createFrom().item(() -> {
            if (away) {
                throw ApiException.unavailable(ErrorCode.IMAGES_UNAVAILABLE, "Away.", Duration.ofSeconds(5));
            }
            return step.get();
        });
    }
}
