package dev.natter.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether this replica stops, and what it still works on. For all threads. */
@ApplicationScoped
public class Closing {

    private final AtomicInteger working = new AtomicInteger();
    private final CompletableFuture<Void> idle = new CompletableFuture<>();
    private volatile boolean begun;

    /** Whether nothing new is taken any more. */
    public boolean hasBegun() {
        return begun;
    }

    /** Counts a piece of work that is to be finished; false when none is taken any more. */
    public boolean enter() {
        working.incrementAndGet();
        if (begun) {
            leave();
            return false;
        }
        return true;
    }

    /** A piece of work that was counted is finished. */
    public void leave() {
        if (working.decrementAndGet() == 0 && begun) {
            idle.complete(null);
        }
    }

    /** Takes no more work; completes when what was taken is finished. */
    public CompletionStage<Void> begin() {
        begun = true;
        if (working.get() == 0) {
            idle.complete(null);
        }
        return idle;
    }
}
