package dev.natter.mail.queue;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Counts the messages that this worker holds and those of them with an attempt under way; the broker's prefetch bounds both.
 * A graceful shutdown waits for the attempts only: the broker redelivers what waits for a retry.
 */
@Singleton
class UnackedMessages {
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private int held;
    private int attempts;
    private boolean stopping;

    UnackedMessages(MeterRegistry meters) {
        meters.gauge("natter.mail.held", this, UnackedMessages::held);
    }

    private synchronized int held() {
        return held;
    }

    synchronized void received() {
        held++;
    }

    synchronized void finished() {
        held--;
    }

    /** Returns whether an attempt may begin; each that may is followed by {@link #attemptEnded}. */
    synchronized boolean beginAttempt() {
        if (!stopping) {
            attempts++;
        }
        return !stopping;
    }

    synchronized void attemptEnded() {
        attempts--;
        completeWhenDrained();
    }

    /** Lets no further attempt begin; completes when those under way have ended and been acknowledged. */
    synchronized CompletionStage<Void> drain() {
        stopping = true;
        completeWhenDrained();
        return drained;
    }

    private void completeWhenDrained() {
        if (stopping && attempts == 0) {
            drained.complete(null);
        }
    }
}
