package dev.natter.chat.attachment;

import dev.natter.chat.attachment.S3ObjectStore.ObjectKeys;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
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
    Uni<byte[]> read(String key, int maxBytes) {
        var open = Uni.createFrom().completionStage(readable);
        return open.chain(() -> later(() -> {
            reads++;
            var object = objects.get(key);
            return object == null ? null : Arrays.copyOf(object, Math.min(object.length, maxBytes));
        }));
    }

    @Override
    Uni<Void> write(String key, String contentType, List<ByteBuffer> content) {
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
    Uni<Void> delete(String key) {
        return later(() -> {
            objects.remove(key);
            return null;
        });
    }

    @Override
    Uni<Void> deleteAll(String imageId) {
        return later(() -> {
            objects.keySet().removeIf(key -> key.startsWith(ObjectKeys.storedPrefix(imageId)));
            objects.remove(ObjectKeys.upload(imageId));
            return null;
        });
    }

    @Override
    Uni<Integer> deleteUploadsBefore(Instant then) {
        return later(() -> 0);
    }

    @Override
    Uni<Void> ready() {
        return later(() -> null);
    }

    private <T> Uni<T> later(Supplier<T> step) {
        return Uni.createFrom().item(() -> {
            if (away) {
                throw Refusal.unavailable(ErrorCode.IMAGES_UNAVAILABLE, "Away.", Duration.ofSeconds(5));
            }
            return step.get();
        });
    }
}
