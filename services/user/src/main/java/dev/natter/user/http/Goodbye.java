package dev.natter.user.http;

import dev.natter.web.Closing;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Stops this replica in order: takes no more requests and finishes what is under way. Runs on the thread that stops the
 * process, which has nothing to do but wait; and not for ever.
 */
@ApplicationScoped
class Goodbye {

    /**
     * Half of the 20 s within which a service is gone after it was asked to stop. A request that waits for one store after
     * the other may take longer; it is cut off.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Closing closing;

    Goodbye(Closing closing) {
        this.closing = closing;
    }

    /** The last moment before the HTTP server closes, which would cut off what is under way. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        try {
            closing.begin().toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            Log.warnf("Stopped though requests were still worked on after %s", PATIENCE);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
