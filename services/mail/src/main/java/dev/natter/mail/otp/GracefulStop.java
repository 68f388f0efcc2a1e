package dev.natter.mail.otp;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The end of this worker: takes in nothing more, lets the conversations that are under way end and answers the broker for
 * them; everything else the broker gets back unanswered when the connection closes.
 */
@Singleton
class GracefulStop {

    private final Intake intake;
    private final HeldDeliveries held;
    private final BrokerChannels channels;
    private final WorkerConfig config;
    private final Vertx vertx;

    GracefulStop(Intake intake, HeldDeliveries held, BrokerChannels channels, WorkerConfig config, Vertx vertx) {
        this.intake = intake;
        this.held = held;
        this.channels = channels;
        this.config = config;
        this.vertx = vertx;
    }

    /** Blocks, as the platform offers no other way to make its end wait; bounded by the drain timeout. */
    void stop(@Observes ShutdownEvent end) throws InterruptedException {
        // The connector takes its leave of the channels that it ever consumed on, and is told that they are gone.
        Infrastructure.setDroppedExceptionHandler(farewell -> Log.debug("at the end", farewell));
        // On a worker and without waiting: a broker that has vanished leaves the farewell unanswered for minutes.
        vertx.executeBlocking(
                () -> {
                    intake.close();
                    return null;
                },
                false);
        try {
            held.drain().toCompletableFuture().get(config.drainTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillTalking) {
            Log.warn("conversations still under way are broken off; the broker gives their mails to the next worker");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        channels.leave();
    }
}
