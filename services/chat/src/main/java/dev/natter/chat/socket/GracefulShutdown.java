package dev.natter.chat.socket;

import dev.natter.chat.delivery.CloseCode;
import dev.natter.chat.delivery.Connections;
import dev.natter.chat.routing.ConnectionRegistry;
import dev.natter.web.ShutdownGate;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Shuts this replica down in order: accepts nothing new, finishes what is in flight, closes every connection with 1012, so
 * that clients go to another replica, and removes their leases. Blocks the thread that stops the process; each wait is
 * bounded.
 */
@ApplicationScoped
class GracefulShutdown {

    private static final Logger LOG = Logger.getLogger(GracefulShutdown.class);

    private final SocketConfig config;
    private final ShutdownGate closing;
    private final Connections connections;
    private final ConnectionRegistry registry;

    GracefulShutdown(SocketConfig config, ShutdownGate closing, Connections connections, ConnectionRegistry registry) {
        this.config = config;
        this.closing = closing;
        this.connections = connections;
        this.registry = registry;
    }

    /** Right before the HTTP server closes, which would end every socket without a close frame of ours. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        waitFor(closing.begin(), config.drain(), "frames were still worked on");
        connections.all().forEach(connection -> connection.close(CloseCode.RESTARTING));
        waitFor(connections.empty(), config.goodbye(), "clients had not closed");
        waitFor(registry.leave().subscribeAsCompletionStage(), config.goodbye(), "the lease was not removed");
    }

    private static void waitFor(CompletionStage<Void> stage, Duration longest, String otherwise) {
        try {
            stage.toCompletableFuture().get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            LOG.warnf("Stopped though %s after %s", otherwise, longest);
        } catch (ExecutionException failure) {
            LOG.warnf("Stopped though %s: %s", otherwise, failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
