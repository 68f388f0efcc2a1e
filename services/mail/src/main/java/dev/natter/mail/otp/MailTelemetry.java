package dev.natter.mail.otp;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/** Metrics and log lines of mails. Nothing of a mail's content is logged, and an address only masked. */
@Singleton
class MailTelemetry {
    private final MeterRegistry meters;
    private final Vertx vertx;

    MailTelemetry(MeterRegistry meters, Vertx vertx) {
        this.meters = meters;
        this.vertx = vertx;
        meters.counter("natter.mail.sent");
        meters.counter("natter.mail.retried");
        for (var reason : DeadLetterReason.values()) {
            meters.counter("natter.mail.parked", "reason", reason.tag());
        }
    }

    void retried(MailReference mail, String to, Throwable failure) {
        meters.counter("natter.mail.retried").increment();
        log(mail, () -> Log.warnf("deferred, to %s: %s", to, failure.getMessage()));
    }

    void sent(MailReference mail) {
        meters.counter("natter.mail.sent").increment();
        log(mail, () -> Log.info("sent"));
    }

    void deadLettered(MailReference mail, DeadLetterReason reason, Throwable failure) {
        meters.counter("natter.mail.parked", "reason", reason.tag()).increment();
        log(mail, () -> {
            if (reason == DeadLetterReason.FAULT) {
                Log.error("dead-lettered after an unexpected failure", failure);
            } else {
                Log.warnf("dead-lettered as %s: %s", reason.tag(), failure.getMessage());
            }
        });
    }

    void released(MailReference mail) {
        log(mail, () -> Log.info("left to the broker, which redelivers it"));
    }

    /** In a context of its own: Quarkus keeps MDC fields in the context, and many mails share a connection's. */
    private void log(MailReference mail, Runnable line) {
        VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()).runOnContext(ignored -> {
            MDC.put("mailId", mail.mailId());
            MDC.put("requestId", mail.requestId());
            line.run();
        });
    }
}
