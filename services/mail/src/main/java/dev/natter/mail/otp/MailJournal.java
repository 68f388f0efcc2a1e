package dev.natter.mail.otp;

import dev.natter.events.OtpMail;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What became of mails, for people (the log) and for machines (the numbers). Lines carry {@code requestId} and
 * {@code mailId}; the address is masked, and nothing of the mail is in them.
 */
@Singleton
class MailJournal {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final MeterRegistry meters;

    MailJournal(MeterRegistry meters) {
        this.meters = meters;
        meters.counter("natter.mail.sent");
        meters.counter("natter.mail.retried");
        for (var reason : ParkReason.values()) {
            meters.counter("natter.mail.parked", "reason", reason.tag());
        }
    }

    /** A try has come to nothing, and there will be another one. */
    void deferred(OtpMail mail, Delivery delivery, int failures, Duration pause, Throwable deferral) {
        meters.counter("natter.mail.retried").increment();
        write(
                mail.id(),
                delivery,
                () -> Log.warnf(
                        "deferred, try %d for %s: %s; next in %d ms",
                        failures, masked(mail), deferral.getMessage(), pause.toMillis()));
    }

    /** The work on a message is over, and the broker knows. */
    void settled(String mailId, Delivery delivery, MailOutcome outcome) {
        if (outcome instanceof MailOutcome.Sent) {
            meters.counter("natter.mail.sent").increment();
            write(mailId, delivery, () -> Log.info("sent"));
        } else if (outcome instanceof MailOutcome.Parked parked) {
            var reason = parked.reason().tag();
            meters.counter("natter.mail.parked", "reason", reason).increment();
            write(mailId, delivery, () -> Log.warnf("parked as %s: %s", reason, parked.detail()));
        } else {
            write(mailId, delivery, () -> Log.info("left to the broker"));
        }
    }

    /** The work on a message is over, but the broker does not know and will give it out again. */
    void unanswered(String mailId, Delivery delivery, MailOutcome outcome, Throwable failure) {
        write(mailId, delivery, () -> Log.warnf("the broker could not be told %s: %s", outcome, failure.getMessage()));
    }

    /** Something went wrong that should not be able to. */
    void fault(String mailId, Delivery delivery, Throwable fault) {
        write(mailId, delivery, () -> Log.error("a fault of this service", fault));
    }

    private static String masked(OtpMail mail) {
        return MailAddress.of(mail.to()).map(MailAddress::masked).orElse("***");
    }

    private static void write(String mailId, Delivery delivery, Runnable line) {
        var requestId = REQUEST_ID.matcher(delivery.requestId()).matches() ? delivery.requestId() : "";
        LogFields.during(line, Map.of("requestId", requestId, "mailId", mailId));
    }
}
