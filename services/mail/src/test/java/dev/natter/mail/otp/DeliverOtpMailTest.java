package dev.natter.mail.otp;

import static dev.natter.mail.otp.Mails.get;
import static dev.natter.mail.otp.Mails.toAda;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.testing.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliverOtpMailTest {
    private static final MailOutcome SENT = new MailOutcome.Sent();
    private static final MailOutcome EXPIRED = new MailOutcome.Parked(ParkReason.EXPIRED, "");

    private final Deferral busy = new Deferral("451 4.7.1");
    private final TestClock clock = new TestClock();
    private final FakePauses pauses = new FakePauses(clock);
    private final FakeCourier courier = new FakeCourier();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ConversationSlots slots = new ConversationSlots(1, meters);
    private final Delivery delivery = new Delivery(new byte[0], "", new FakeReceipt());
    private final DeliverOtpMail deliverOtpMail = new DeliverOtpMail(
            courier,
            slots,
            new RetrySchedule(ofSeconds(1), ofSeconds(30), () -> 0),
            pauses,
            new MailJournal(meters),
            clock);

    @Test
    void sendsAtOnceWhatIsAccepted() {
        assertThat(get(deliverOtpMail.handle(toAda(), delivery))).isEqualTo(SENT);
        assertThat(pauses.taken()).isEmpty();
    }

    @Test
    void triesAgainWithGrowingPausesWhatIsDeferred() {
        courier.meets(busy, busy, busy);

        var outcome = get(deliverOtpMail.handle(toAda(), delivery));

        assertThat(outcome).isEqualTo(SENT);
        assertThat(pauses.taken()).containsExactly(ofSeconds(1), ofSeconds(2), ofSeconds(4));
        assertThat(meters.counter("natter.mail.retried").count()).isEqualTo(3);
    }

    @Test
    void parksAtOnceWhatIsRefused() {
        courier.meets(new Refusal("550 5.1.1"));

        var outcome = get(deliverOtpMail.handle(toAda(), delivery));

        assertThat(outcome).isEqualTo(new MailOutcome.Parked(ParkReason.REFUSED, "550 5.1.1"));
        assertThat(pauses.taken()).isEmpty();
    }

    @Test
    void parksWhatIsRefusedAfterADeferral() {
        courier.meets(busy, new Refusal("550"));

        assertThat(get(deliverOtpMail.handle(toAda(), delivery)))
                .isEqualTo(new MailOutcome.Parked(ParkReason.REFUSED, "550"));
    }

    @Test
    void triesUntilTheVeryEndAndNotOnceAfter() {
        courier.alwaysMeets(busy);

        var outcome = get(deliverOtpMail.handle(toAda(), delivery));

        assertThat(outcome).isEqualTo(EXPIRED);
        assertThat(courier.tries())
                .hasSize(14)
                .allSatisfy(time -> assertThat(time).isPositive());
        assertThat(pauses.taken().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(ofMinutes(5));
    }

    @Test
    void neverBeginsWithWhatHasExpired() {
        clock.advance(ofMinutes(5));

        assertThat(get(deliverOtpMail.handle(toAda(), delivery))).isEqualTo(EXPIRED);
        assertThat(courier.tries()).isEmpty();
    }

    @Test
    void neverBeginsWithWhatHasNoTimeLeftForAConversation() {
        clock.advance(ofMinutes(5).minusNanos(400_000));

        assertThat(get(deliverOtpMail.handle(toAda(), delivery))).isEqualTo(EXPIRED);
        assertThat(courier.tries()).isEmpty();
    }

    @Test
    void looksAtTheTimeWhenItsTurnComesAndNotBefore() {
        var occupied = slots.whenFree(true, () -> Uni.createFrom().nothing())
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        var waiting = deliverOtpMail.handle(toAda(), delivery).subscribe().withSubscriber(UniAssertSubscriber.create());
        waiting.assertNotTerminated();
        clock.advance(ofMinutes(5));

        occupied.cancel();

        waiting.assertCompleted().assertItem(EXPIRED);
        assertThat(courier.tries()).isEmpty();
    }

    @Test
    void givesAConversationNoMoreTimeThanTheMailHas() {
        clock.advance(ofSeconds(297));

        get(deliverOtpMail.handle(toAda(), delivery));

        assertThat(courier.tries()).containsExactly(ofSeconds(3));
    }

    @Test
    void holdsNoPlaceWhileItWaits() {
        courier.meets(busy);
        pauses.stall();
        var waiting = deliverOtpMail.handle(toAda(), delivery).subscribe().withSubscriber(UniAssertSubscriber.create());

        var other = get(deliverOtpMail.handle(toAda(), new Delivery(new byte[0], "", new FakeReceipt())));

        assertThat(other).isEqualTo(SENT);
        waiting.assertNotTerminated();
    }

    @Test
    void goesOnAfterPausesThatReallyTakeTime() {
        courier.meets(busy, busy);
        pauses.stall();
        var waiting = deliverOtpMail.handle(toAda(), delivery).subscribe().withSubscriber(UniAssertSubscriber.create());

        pauses.end();
        pauses.end();

        waiting.assertCompleted().assertItem(SENT);
        assertThat(delivery.lasts()).isTrue();
    }

    @Test
    void leavesToTheBrokerWhatWaitsWhenItsTimeHereEnds() {
        courier.meets(busy);
        pauses.stall();
        var waiting = deliverOtpMail.handle(toAda(), delivery).subscribe().withSubscriber(UniAssertSubscriber.create());

        delivery.end();

        waiting.assertCompleted().assertItem(new MailOutcome.Released());
        assertThat(pauses.cancelled()).isEqualTo(1);
        assertThat(courier.tries()).hasSize(1);
    }

    @Test
    void beginsNothingOnceItsTimeHereHasEnded() {
        delivery.end();

        assertThat(get(deliverOtpMail.handle(toAda(), delivery))).isEqualTo(new MailOutcome.Released());
        assertThat(courier.tries()).isEmpty();
    }
}
