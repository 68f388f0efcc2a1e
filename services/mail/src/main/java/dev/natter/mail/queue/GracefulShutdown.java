package dev.natter.mail.queue;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops consuming, waits for the attempts in progress, and leaves the other messages to the broker. */
@Singleton
class GracefulShutdown {
    private final ConsumerChannels channels;
    private final UnackedMessages unacked;
    private final QueueConfig config;
    private final Vertx vertx;

    GracefulShutdown(ConsumerChannels channels, UnackedMessages unacked, QueueConfig config, Vertx vertx) {
        this.channels = channels;
        this.unacked = unacked;
        this.config = config;
        this.vertx = vertx;
    }

    /** Blocks for at most the drain timeout: Quarkus offers no other way to delay its shutdown. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        // The connector cancels consumers that are cancelled already; its failure to do so is not an error.
        Infrastructure.setDroppedExceptionHandler(failure -> Log.debug("at shutdown", failure));
        // On a worker, not awaited: an unreachable broker may leave the cancel unanswered for minutes.
        var cancelled = vertx.executeBlocking(
                () -> {
                    channels.cancel();
                    return null;
                },
                false);
        try {
            unacked.drain().toCompletableFuture().get(config.drainTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            Log.warn("attempts were aborted at shutdown; the broker redelivers their messages");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        // A broker that answers gets a proper close from the connector, which would replace an aborted connection.
        if (!cancelled.isComplete()) {
            channels.abort();
        }
    }
}
