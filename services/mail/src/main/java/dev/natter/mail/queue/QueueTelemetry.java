package dev.natter.mail.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import org.jboss.logging.MDC;

/** Metrics and log lines of one queue. Nothing of a message's content is logged, and an address only masked. */
final class QueueTelemetry {
    private final MeterRegistry meters;
    private final Vertx vertx;
    private final String metrics;

    QueueTelemetry(String metrics, MeterRegistry meters, Vertx vertx) {
        this.metrics = metrics;
        this.meters = meters;
        this.vertx = vertx;
        meters.counter(metrics + ".sent");
        meters.counter(metrics + ".retried");
        for (var reason : DeadLetterReason.values()) {
            meters.counter(metrics + ".parked", "reason", reason.tag());
        }
    }

    void retried(MessageReference message, String to, Throwable failure) {
        meters.counter(metrics + ".retried").increment();
        log(message, () -> Log.warnf("deferred, to %s: %s", to, failure.getMessage()));
    }

    void sent(MessageReference message) {
        meters.counter(metrics + ".sent").increment();
        log(message, () -> Log.info("sent"));
    }

    void deadLettered(MessageReference message, DeadLetterReason reason, Throwable failure) {
        meters.counter(metrics + ".parked", "reason", reason.tag()).increment();
        log(message, () -> {
            if (reason == DeadLetterReason.FAULT) {
                Log.error("dead-lettered after an unexpected failure", failure);
            } else {
                Log.warnf("dead-lettered as %s: %s", reason.tag(), failure.getMessage());
            }
        });
    }

    void released(MessageReference message) {
        log(message, () -> Log.info("left to the broker, which redelivers it"));
    }

    /** In a context of its own: Quarkus keeps MDC fields in the context, and many mails share a connection's. */
    private void log(MessageReference message, Runnable line) {
        VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()).runOnContext(ignored -> {
            MDC.put("mailId", message.messageId());
            MDC.put("requestId", message.requestId());
            line.run();
        });
    }
}
