package dev.natter.mail.queue;

import dev.natter.mail.queue.WorkQueue.Worker;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;

/** Opens the work queues of this service. */
@Singleton
public class WorkQueues {

    private final ConsumerChannels channels;
    private final UnackedMessages unacked;
    private final QueueConfig config;
    private final MeterRegistry meters;
    private final Vertx vertx;

    WorkQueues(
            ConsumerChannels channels, UnackedMessages unacked, QueueConfig config, MeterRegistry meters, Vertx vertx) {
        this.channels = channels;
        this.unacked = unacked;
        this.config = config;
        this.meters = meters;
        this.vertx = vertx;
    }

    /**
     * A queue whose messages this worker handles.
     *
     * @param metrics the first words of the names of its metrics
     */
    public <T> WorkQueue<T> open(String metrics, Worker<T> worker) {
        var telemetry = new QueueTelemetry(metrics, meters, vertx);
        return new WorkQueue<>(worker, channels, unacked, telemetry, config.unacknowledged());
    }
}
