package dev.natter.chat.socket;

import dev.natter.chat.delivery.CloseCodes;
import dev.natter.chat.delivery.Connections;
import dev.natter.chat.presence.Farewell;
import dev.natter.web.Closing;
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
 * Stops this replica in order: takes no more, finishes what is under way, tells every client to go to another replica
 * (1012), and tells the other replicas. Runs on the thread that stops the process, which has nothing to do but wait; each
 * wait is bounded.
 */
@ApplicationScoped
class Goodbye {

    private static final Logger LOG = Logger.getLogger(Goodbye.class);

    private final SocketConfig config;
    private final Closing closing;
    private final Connections connections;
    private final Farewell farewell;

    Goodbye(SocketConfig config, Closing closing, Connections connections, Farewell farewell) {
        this.config = config;
        this.closing = closing;
        this.connections = connections;
        this.farewell = farewell;
    }

    /** The last moment before the HTTP server closes, which would end every socket without a word of ours. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        waitFor(closing.begin(), config.drain(), "frames were still worked on");
        connections.all().forEach(connection -> connection.close(CloseCodes.RESTART, "restarting"));
        waitFor(connections.empty(), config.goodbye(), "clients had not closed");
        waitFor(farewell.say(), config.goodbye(), "the other replicas were not told");
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
