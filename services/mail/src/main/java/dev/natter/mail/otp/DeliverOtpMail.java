package dev.natter.mail.otp;

import dev.natter.events.OtpMail;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends a mail at least once before it expires, and does not begin to after. What the SMTP server does not take now is
 * tried again and again, with growing pauses in which it holds no place among the conversations.
 */
@Singleton
class DeliverOtpMail {

    /** In less than this no conversation succeeds, and a timeout of no time at all may come before what it is to end. */
    private static final Duration LEAST_TIME = Duration.ofMillis(50);

    private final Courier courier;
    private final ConversationSlots slots;
    private final RetrySchedule schedule;
    private final Pauses pauses;
    private final MailJournal journal;
    private final Clock clock;

    DeliverOtpMail(
            Courier courier,
            ConversationSlots slots,
            RetrySchedule schedule,
            Pauses pauses,
            MailJournal journal,
            Clock clock) {
        this.courier = courier;
        this.slots = slots;
        this.schedule = schedule;
        this.pauses = pauses;
        this.journal = journal;
        this.clock = clock;
    }

    /** Never fails because of the mail, the SMTP server or time; ends early when the delivery does. */
    Uni<MailOutcome> handle(OtpMail mail, Delivery delivery) {
        var failures = new AtomicInteger();
        return Uni.createFrom()
                .deferred(() -> slots.whenFree(failures.get() == 0, () -> attempt(mail, delivery)))
                .onFailure(Deferral.class)
                .retry()
                .when(deferrals -> deferrals
                        .onItem()
                        .transformToUniAndConcatenate(
                                deferral -> pause(mail, delivery, deferral, failures.incrementAndGet())))
                .onFailure(Refusal.class)
                .recoverWithItem(DeliverOtpMail::refused);
    }

    /** Looks at the time with the conversation's place already taken: the wait for it may have been long. */
    private Uni<MailOutcome> attempt(OtpMail mail, Delivery delivery) {
        if (!delivery.lasts()) {
            return Uni.createFrom().item(new MailOutcome.Released());
        }
        var time = timeLeft(mail);
        if (time.compareTo(LEAST_TIME) < 0) {
            return Uni.createFrom().item(new MailOutcome.Parked(ParkReason.EXPIRED, ""));
        }
        return courier.carry(mail, time).replaceWith(MailOutcome.Sent::new);
    }

    private static MailOutcome refused(Throwable refusal) {
        return new MailOutcome.Parked(ParkReason.REFUSED, ((Refusal) refusal).numbers());
    }

    private Uni<Integer> pause(OtpMail mail, Delivery delivery, Throwable deferral, int failures) {
        var pause = shorter(schedule.pauseAfter(failures), timeLeft(mail));
        journal.deferred(mail, delivery, failures, pause, deferral);
        return Uni.join()
                .first(pauses.of(pause), delivery.ended())
                .toTerminate()
                .replaceWith(failures);
    }

    private Duration timeLeft(OtpMail mail) {
        return Duration.between(clock.instant(), mail.expiresAt());
    }

    private static Duration shorter(Duration one, Duration other) {
        var shorter = one.compareTo(other) < 0 ? one : other;
        return shorter.isNegative() ? Duration.ZERO : shorter;
    }
}
