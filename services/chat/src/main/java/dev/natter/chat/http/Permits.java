package dev.natter.chat.http;

import dev.natter.web.CallerContext;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how much is done at the same time. Permits are granted in order; requests that wait are bounded in number and size.
 */
public final class Permits {

    private final int maxWaiting;
    private final long maxWaitingSize;
    private final Deque<Permit> waiting = new ArrayDeque<>();
    private int available;
    private long waitingSize;

    public final class Permit {
        private final int size;
        private final CompletableFuture<Void> granted = new CompletableFuture<>();
        private boolean released;

        private Permit(int size) {
            this.size = size;
        }

        /** Completes on the caller's context when the permit is granted. */
        public Uni<Void> granted() {
            return CallerContext.current().comeBack(Uni.createFrom().completionStage(granted));
        }

        /** Gives the permit back, or waits for it no longer. */
        public void release() {
            free(this);
        }
    }

    /** So many permits, and as many requests that may wait, with sizes of so much together. */
    public Permits(int permits, int maxWaiting, long maxWaitingSize) {
        this.available = permits;
        this.maxWaiting = maxWaiting;
        this.maxWaitingSize = maxWaitingSize;
    }

    /** Requests a permit; null when too many requests wait. */
    public synchronized @Nullable Permit request(int size) {
        if (available == 0 && (waiting.size() >= maxWaiting || waitingSize + size > maxWaitingSize)) {
            return null;
        }
        var permit = new Permit(size);
        waiting.addLast(permit);
        waitingSize += size;
        grant();
        return permit;
    }

    private synchronized void free(Permit permit) {
        if (permit.released) {
            return;
        }
        permit.released = true;
        if (waiting.remove(permit)) {
            waitingSize -= permit.size;
        } else {
            available++;
            grant();
        }
    }

    /** Under the lock, so that permits are granted in order. */
    private void grant() {
        while (available > 0 && !waiting.isEmpty()) {
            available--;
            var next = waiting.removeFirst();
            waitingSize -= next.size;
            next.granted.complete(null);
        }
    }
}
