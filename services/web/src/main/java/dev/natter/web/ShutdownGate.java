package dev.natter.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether this replica is shutting down, and how much work is in progress. Thread-safe. */
@ApplicationScoped
public class ShutdownGate {

    private final AtomicInteger working = new AtomicInteger();
    private final CompletableFuture<Void> idle = new CompletableFuture<>();
    private volatile boolean begun;

    /** Whether shutdown has begun. */
    public boolean hasBegun() {
        return begun;
    }

    /** Registers work that shutdown waits for; false after shutdown has begun. */
    public boolean enter() {
        working.incrementAndGet();
        if (begun) {
            leave();
            return false;
        }
        return true;
    }

    /** Unregisters finished work. */
    public void leave() {
        if (working.decrementAndGet() == 0 && begun) {
            idle.complete(null);
        }
    }

    /** Begins the shutdown; completes when the registered work is finished. */
    public CompletionStage<Void> begin() {
        begun = true;
        if (working.get() == 0) {
            idle.complete(null);
        }
        return idle;
    }
}
