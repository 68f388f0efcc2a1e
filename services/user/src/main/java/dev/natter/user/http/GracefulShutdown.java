package dev.natter.user.http;

import dev.natter.web.ShutdownGate;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Graceful shutdown: accepts no more requests and waits, bounded, for those in progress. Blocks the thread that stops
 * the process.
 */
@ApplicationScoped
class GracefulShutdown {

    /**
     * Half of the 20 s that a service may take to exit. A request that waits for several stores in turn may take longer
     * and is cut off.
     */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ShutdownGate closing;

    GracefulShutdown(ShutdownGate closing) {
        this.closing = closing;
    }

    /** Before the HTTP server closes, which would cut off requests in progress. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        try {
            closing.begin().toCompletableFuture().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            Log.warnf("Stopped with requests still in progress after %s", TIMEOUT);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
