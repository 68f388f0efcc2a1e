package dev.natter.mail.otp;

import static dev.natter.mail.otp.Mails.get;
import static dev.natter.mail.otp.Mails.json;
import static dev.natter.mail.otp.Mails.toAda;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.testing.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class SettleDeliveryTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TestClock clock = new TestClock();
    private final FakeCourier courier = new FakeCourier();
    private final FakeReceipt receipt = new FakeReceipt();
    private final MailJournal journal = new MailJournal(meters);
    private final DeliverOtpMail deliverOtpMail = new DeliverOtpMail(
            courier,
            new ConversationSlots(10, meters),
            new RetrySchedule(ofSeconds(1), ofSeconds(30), () -> 0),
            new FakePauses(clock),
            journal,
            clock);
    private final SettleDelivery settleDelivery =
            new SettleDelivery(new OtpMailReader(new ObjectMapper()), deliverOtpMail, journal);

    @Test
    void acknowledgesOnceTheServerHasAccepted() {
        get(settleDelivery.handle(delivery(json(toAda()))));

        assertThat(receipt.told()).containsExactly("acknowledged");
        assertThat(meters.counter("natter.mail.sent").count()).isEqualTo(1);
    }

    @Test
    void parksAndCountsWhatIsMalformed() {
        get(settleDelivery.handle(delivery("{\"to\":\"ada@example.com\"}")));

        assertThat(receipt.told()).containsExactly("parked");
        assertThat(parked(ParkReason.MALFORMED)).isEqualTo(1);
        assertThat(courier.tries()).isEmpty();
    }

    @Test
    void parksAndCountsWhatIsRefused() {
        courier.meets(new Refusal("550"));

        get(settleDelivery.handle(delivery(json(toAda()))));

        assertThat(receipt.told()).containsExactly("parked");
        assertThat(parked(ParkReason.REFUSED)).isEqualTo(1);
    }

    @Test
    void parksAndCountsWhatHasExpired() {
        clock.advance(ofSeconds(301));

        get(settleDelivery.handle(delivery(json(toAda()))));

        assertThat(receipt.told()).containsExactly("parked");
        assertThat(parked(ParkReason.EXPIRED)).isEqualTo(1);
    }

    @Test
    void parksWhatItFailsOnItselfRatherThanHoldItForEver() {
        courier.meets(new IllegalStateException("a bug"));

        get(settleDelivery.handle(delivery(json(toAda()))));

        assertThat(receipt.told()).containsExactly("parked");
        assertThat(parked(ParkReason.FAULT)).isEqualTo(1);
    }

    @Test
    void tellsTheBrokerNothingOfWhatItIsToGiveToAnother() {
        var delivery = delivery(json(toAda()));
        delivery.end();

        var outcome = get(settleDelivery.handle(delivery));

        assertThat(outcome).isEqualTo(new MailOutcome.Released());
        assertThat(receipt.told()).isEmpty();
    }

    @Test
    void survivesABrokerThatCanNoLongerBeTold() {
        receipt.brokerGoes();

        get(settleDelivery.handle(delivery(json(toAda()))));

        assertThat(meters.counter("natter.mail.sent").count()).isZero();
    }

    private Delivery delivery(String payload) {
        return new Delivery(payload.getBytes(UTF_8), "request-1", receipt);
    }

    private double parked(ParkReason reason) {
        return meters.counter("natter.mail.parked", "reason", reason.tag()).count();
    }
}
