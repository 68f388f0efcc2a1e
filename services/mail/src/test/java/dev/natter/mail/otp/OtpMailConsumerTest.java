package dev.natter.mail.otp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.natter.events.OtpMail;
import dev.natter.mail.queue.DeadLetterReason;
import dev.natter.testing.smtp.ScriptedSmtp;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The whole service between a real broker and an SMTP server with scripted replies. */
@QuarkusTest
@QuarkusTestResource(MailServers.class)
class OtpMailConsumerTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    ScriptedSmtp smtp;
    BrokerGate gate;
    TestBroker broker;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void nothingIsLeftOver() throws IOException {
        smtp.reset();
        eventually(() -> assertThat(held()).isZero());
        broker.purge();
        smtp.reset();
    }

    @AfterEach
    void letEverythingGo() {
        smtp.reset();
    }

    @Test
    void whatWasSentIsAcknowledged() {
        var before = sent();
        broker.publish(mail("ada@example.com"));

        eventually(() -> assertThat(sent()).isEqualTo(before + 1));
        eventually(() -> assertThat(held()).isZero());
        gate.close();
        gate.open();
        eventuallyConsuming();
        assertThat(broker.waiting()).isZero();
        assertThat(smtp.mails()).hasSize(1);
    }

    @Test
    void whatIsDeferredIsSentLater() {
        smtp.reply("RCPT slow@example.com", "451 4.7.1 later", ScriptedSmtp.DROP, "421 4.3.2 later");
        var retried = count("natter.mail.retried");

        broker.publish(mail("slow@example.com"));

        eventually(() -> assertThat(smtp.mailsTo("slow@example.com")).hasSize(1));
        assertThat(count("natter.mail.retried")).isEqualTo(retried + 3);
        assertThat(broker.parked()).isZero();
    }

    @Test
    void whatIsRefusedIsParkedAtOnce() {
        smtp.alwaysReply("RCPT unknown@example.com", "550 5.1.1 no such person");
        var refused = parked(DeadLetterReason.REFUSED);

        broker.publish(mail("unknown@example.com"));

        eventually(
                () -> assertThat(broker.takeParked()).singleElement().asString().contains("unknown@example.com"));
        assertThat(parked(DeadLetterReason.REFUSED)).isEqualTo(refused + 1);
        assertThat(smtp.mails()).isEmpty();
    }

    @Test
    void whatIsMalformedIsParkedAndTheNextIsSent() {
        var malformed = parked(DeadLetterReason.MALFORMED);

        broker.publish(
                "no JSON".getBytes(UTF_8),
                new byte[] {(byte) 0xff, 0, 1},
                new byte[0],
                "{\"to\":\"ada@example.com\"}".getBytes(UTF_8),
                Mails.json(new OtpMail("1", "a@example.com", "x\r\nBcc: eve@example.com", "body", soon()))
                        .getBytes(UTF_8));
        broker.publish(mail("ada@example.com"));

        eventually(() -> assertThat(smtp.mailsTo("ada@example.com")).hasSize(1));
        eventually(() -> assertThat(parked(DeadLetterReason.MALFORMED)).isEqualTo(malformed + 5));
        eventually(() -> assertThat(broker.parked()).isEqualTo(5));
        assertThat(smtp.mails()).hasSize(1);
    }

    @Test
    void whatHasExpiredIsParkedAndNeverSent() {
        var expired = parked(DeadLetterReason.EXPIRED);

        broker.publish(mail("late@example.com", Instant.now().minusSeconds(1)));

        eventually(() -> assertThat(broker.parked()).isEqualTo(1));
        eventually(() -> assertThat(parked(DeadLetterReason.EXPIRED)).isEqualTo(expired + 1));
        assertThat(smtp.mails()).isEmpty();
    }

    @Test
    void whatExpiresWhileItIsDeferredIsParked() {
        smtp.alwaysReply("RCPT never@example.com", "450 4.2.1 later");
        var expiresAt = Instant.now().plusSeconds(2);

        broker.publish(mail("never@example.com", expiresAt));

        eventually(() -> assertThat(broker.parked()).isEqualTo(1));
        assertThat(Instant.now()).isAfterOrEqualTo(expiresAt);
    }

    @Test
    void tenConversationsAtOnceAndNotAnEleventh() {
        smtp.hold();
        publish(40, "crowd");

        eventually(() -> assertThat(smtp.underWay()).isEqualTo(10));
        eventually(() -> assertThat(held()).isEqualTo(40));
        smtp.letOn(40);

        eventually(() -> assertThat(smtp.mails()).hasSize(40));
        assertThat(smtp.mostUnderWay()).isEqualTo(10);
        assertThat(smtp.connections()).isLessThanOrEqualTo(10 + 5);
    }

    /** As many as may be held but sixteen: the embedded broker gives out no more until ten places are free again. */
    @Test
    void aFullHouseOfDeferredMailsDoesNotHoldUpAHealthyOne() {
        for (var i = 0; i < 240; i++) {
            smtp.alwaysReply("RCPT deferred%d@example.com".formatted(i), "450 4.2.1 later");
        }
        publish(240, "deferred");
        eventually(() -> assertThat(held()).isEqualTo(240));

        for (var i = 0; i < 5; i++) {
            var address = "healthy%d@example.com".formatted(i);
            broker.publish(mail(address));
            eventually(() -> assertThat(smtp.mailsTo(address)).hasSize(1));
        }
    }

    @Test
    void noMoreIsHeldThanThePrefetch() {
        for (var i = 0; i < 300; i++) {
            smtp.alwaysReply("RCPT many%d@example.com".formatted(i), "450 4.2.1 later");
        }

        publish(300, "many");

        eventually(() -> assertThat(held()).isEqualTo(256));
        await().during(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(held()).isEqualTo(256));
    }

    @Test
    void aLostConnectionCostsNothingAndNoOtherMessageIsAnsweredInItsStead() {
        smtp.alwaysReply("RCPT waiting0@example.com", "450 4.2.1 later");
        smtp.hold();
        publish(20, "waiting");
        eventually(() -> assertThat(smtp.underWay()).isEqualTo(10));

        gate.close();
        smtp.letOn(1_000);
        smtp.reset();
        gate.open();

        eventually(() -> assertThat(IntStream.range(0, 20))
                .allSatisfy(i -> assertThat(smtp.mailsTo("waiting%d@example.com".formatted(i)))
                        .isNotEmpty()));
        assertThat(smtp.mailsTo("waiting1@example.com").stream().map(mail -> mail.header("Message-ID")))
                .as("copies can be recognised")
                .containsOnly(smtp.mailsTo("waiting1@example.com").get(0).header("Message-ID"));
        eventually(() -> assertThat(held()).isZero());
        assertThat(broker.waiting()).isZero();
        assertThat(broker.parked()).isZero();
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = "NATTER_TEST_RABBITMQ_URL",
            matches = ".+",
            disabledReason = "the embedded broker does not tell its consumers that their queue is gone")
    void aQueueThatIsDeletedIsDeclaredAndConsumedAgain() throws IOException {
        broker.deleteQueue();

        eventually(() -> {
            broker.publish(mail("again@example.com"));
            assertThat(smtp.mailsTo("again@example.com")).isNotEmpty();
        });
    }

    @Test
    void isReadyOnlyWhileTheBrokerIsThereAndAliveAllTheSame() {
        eventuallyConsuming();
        gate.close();

        eventually(() -> RestAssured.get("/q/health/ready").then().statusCode(503));
        RestAssured.get("/q/health/live").then().statusCode(200);
        gate.open();
        eventuallyConsuming();
    }

    @Test
    void isReadyOnlyWhileTheSmtpServerGreets() {
        eventuallyConsuming();
        smtp.alwaysReply("greeting", "554 5.3.2 closed");

        eventually(() -> RestAssured.get("/q/health/ready").then().statusCode(503));
        smtp.reset();
        eventuallyConsuming();
    }

    private void publish(int mails, String name) {
        broker.publish(IntStream.range(0, mails)
                .mapToObj(i -> Mails.json(mail(name + i + "@example.com")).getBytes(UTF_8))
                .toArray(byte[][]::new));
    }

    private static OtpMail mail(String to) {
        return mail(to, soon());
    }

    private static OtpMail mail(String to, Instant expiresAt) {
        return new OtpMail(
                UUID.randomUUID().toString(), to, "482913 is your Natter code", "Your code is\n\n482913\n", expiresAt);
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(300);
    }

    private double sent() {
        return count("natter.mail.sent");
    }

    private double parked(DeadLetterReason reason) {
        return meters.counter("natter.mail.parked", "reason", reason.tag()).count();
    }

    private double count(String name) {
        return meters.counter(name).count();
    }

    private double held() {
        return meters.get("natter.mail.held").gauge().value();
    }

    private static void eventuallyConsuming() {
        eventually(() -> RestAssured.get("/q/health/ready").then().statusCode(200));
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(LONG).untilAsserted(assertion);
    }
}
