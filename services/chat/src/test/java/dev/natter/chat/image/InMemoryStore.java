package dev.natter.chat.image;

import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A bucket as long as a test lasts. */
final class InMemoryStore implements ImageStore {

    private final Map<String, byte[]> objects = new TreeMap<>();
    private CompletableFuture<Void> readable = CompletableFuture.completedFuture(null);
    private Runnable beforeReading = () -> {};
    private boolean away;

    /** Puts something where an uploader would. */
    void upload(String imageId, byte[] bytes) {
        objects.put(Keys.upload(imageId), bytes);
    }

    /** What somebody does between the copy and the first look at it; once. */
    void beforeNextReading(Runnable step) {
        beforeReading = step;
    }

    /** Nothing can be read until then. */
    void readableWhen(CompletableFuture<Void> then) {
        readable = then;
    }

    void goAway() {
        away = true;
    }

    Set<String> keys() {
        return Set.copyOf(objects.keySet());
    }

    byte[] get(String key) {
        return objects.get(key);
    }

    @Override
    public Uni<Long> uploaded(String imageId) {
        return later(() -> {
            var upload = objects.get(Keys.upload(imageId));
            return upload == null ? null : (long) upload.length;
        });
    }

    @Override
    public Uni<Boolean> copyUpload(String imageId, String key) {
        return later(() -> {
            var upload = objects.get(Keys.upload(imageId));
            if (upload != null) {
                objects.put(key, upload);
            }
            return upload != null;
        });
    }

    @Override
    public Uni<byte[]> read(String key, long from, int count) {
        var open = Uni.createFrom().completionStage(readable);
        return open.chain(() -> later(() -> {
            var step = beforeReading;
            beforeReading = () -> {};
            step.run();
            var object = objects.get(key);
            return Arrays.copyOfRange(object, (int) from, (int) Math.min(object.length, from + count));
        }));
    }

    @Override
    public Uni<Void> delete(String key) {
        return later(() -> {
            objects.remove(key);
            return null;
        });
    }

    @Override
    public Uni<Void> deleteAll(String imageId) {
        return later(() -> {
            objects.keySet().removeIf(key -> key.startsWith(Keys.keptPrefix(imageId)));
            objects.remove(Keys.upload(imageId));
            return null;
        });
    }

    @Override
    public Uni<Integer> deleteUploadsBefore(Instant then) {
        return later(() -> 0);
    }

    @Override
    public Uni<Void> ready() {
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
