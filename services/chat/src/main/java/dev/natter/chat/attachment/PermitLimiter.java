package dev.natter.chat.attachment;

import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Limits how much work is done at the same time; further work waits in order, and beyond that it fails with 503. */
final class PermitLimiter {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final int maxWaiting;
    private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int available;

    PermitLimiter(int permits, int maxWaiting) {
        this.available = permits;
        this.maxWaiting = maxWaiting;
    }

    /** Does the work once there is a permit, and releases the permit when the work ends or is cancelled. */
    <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            var permit = acquire();
            return Uni.createFrom()
                    .completionStage(permit)
                    .chain(() -> work.get())
                    .onTermination()
                    .invoke(() -> release(permit));
        });
    }

    private synchronized CompletableFuture<Void> acquire() {
        if (available > 0) {
            available--;
            return CompletableFuture.completedFuture(null);
        }
        if (waiting.size() >= maxWaiting) {
            throw Refusal.unavailable(
                    ErrorCode.IMAGES_UNAVAILABLE, "Too many images are being inspected.", RETRY_AFTER);
        }
        var permit = new CompletableFuture<Void>();
        waiting.add(permit);
        return permit;
    }

    private void release(CompletableFuture<Void> permit) {
        var next = pass(permit);
        if (next != null) {
            next.complete(null);
        }
    }

    /** The permit that this one goes to; null when it was never granted or nobody waits. */
    private synchronized @Nullable CompletableFuture<Void> pass(CompletableFuture<Void> permit) {
        if (waiting.removeIf(other -> other == permit)) {
            return null;
        }
        var next = waiting.poll();
        if (next == null) {
            available++;
        }
        return next;
    }
}
