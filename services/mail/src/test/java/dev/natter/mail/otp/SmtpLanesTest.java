package dev.natter.mail.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.natter.testing.TestCertificate;
import dev.natter.testing.smtp.ScriptedSmtp;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real sockets do to the mail client, and what we make of it. */
class SmtpLanesTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final String ADA = "ada@example.com";

    @TempDir
    static Path folder;

    private static TestCertificate certificate;

    private final ScriptedSmtp smtp = ScriptedSmtp.start();
    private final Vertx vertx = Vertx.vertx();
    private final SmtpLanes lanes = new SmtpLanes(TestSmtpConfig.plain(smtp.port()), vertx);

    @BeforeAll
    static void makeCertificate() {
        certificate = TestCertificate.make(folder);
    }

    @AfterEach
    void close() throws IOException {
        vertx.close();
        smtp.close();
    }

    @Test
    void handsOverAMail() {
        send(lanes).assertCompleted();

        assertThat(smtp.mailsTo(ADA))
                .singleElement()
                .satisfies(mail -> assertThat(mail.from()).isEqualTo("natter@example.org"));
    }

    @Test
    void keepsItsConnectionForTheNextMail() {
        send(lanes).assertCompleted();
        send(lanes).assertCompleted();

        assertThat(smtp.mails()).hasSize(2);
        assertThat(smtp.connections()).isEqualTo(1);
    }

    @Test
    void understandsRefusalsAtEveryStep() {
        for (var step : new String[] {"greeting", "MAIL", "RCPT " + ADA, "DATA", "dot " + ADA}) {
            smtp.reset();
            smtp.reply(step, "451 4.3.0 later", "550 5.7.1 never");
            var fresh = new SmtpLanes(TestSmtpConfig.plain(smtp.port()), vertx);

            assertThat(meaning(send(fresh)))
                    .as(step)
                    .isInstanceOf(Deferral.class)
                    .hasMessage("451 4.3.0");
            assertThat(meaning(send(fresh)))
                    .as(step)
                    .isInstanceOf(Refusal.class)
                    .hasMessage("550 5.7.1");
            send(fresh).assertCompleted();
        }
    }

    @Test
    void understandsARefusalOfManyLines() {
        smtp.reply("RCPT " + ADA, "550-5.1.1 no such person\r\n550-5.1.1 really\r\n550 5.1.1 none");

        assertThat(meaning(send(lanes))).isInstanceOf(Refusal.class).hasMessage("550 5.1.1");
    }

    @Test
    void defersWhenTheServerHangsUp() {
        for (var step : new String[] {"greeting", "EHLO", "MAIL", "RCPT " + ADA, "DATA", "dot " + ADA}) {
            smtp.reply(step, ScriptedSmtp.DROP);
            var fresh = new SmtpLanes(TestSmtpConfig.plain(smtp.port()), vertx);

            assertThat(meaning(send(fresh))).as(step).isInstanceOf(Deferral.class);
            send(fresh).assertCompleted();
        }
    }

    @Test
    void defersWhenNobodyListens() throws IOException {
        smtp.close();

        assertThat(meaning(send(lanes))).isInstanceOf(Deferral.class);
    }

    @Test
    void hangsUpOnAServerThatFallsSilent() {
        for (var step : new String[] {"greeting", "EHLO", "MAIL", "RCPT " + ADA, "DATA", "dot " + ADA}) {
            smtp.reply(step, ScriptedSmtp.SILENCE);
            var fresh = new SmtpLanes(TestSmtpConfig.plain(smtp.port()), vertx);

            assertThat(meaning(send(fresh))).as(step).isInstanceOf(Deferral.class);
            send(fresh).assertCompleted();
        }
        await().untilAsserted(() -> assertThat(smtp.connected()).isLessThanOrEqualTo(6));
    }

    @Test
    void opensAnotherConnectionWhenTheKeptOneIsGone() {
        send(lanes).assertCompleted();
        smtp.hangUp();

        send(lanes).assertCompleted();

        assertThat(smtp.connections()).isEqualTo(2);
    }

    @Test
    void defersQuicklyWhenTheServerHangsUpBeforeItsGreeting() {
        send(lanes).assertCompleted();
        smtp.alwaysReply("greeting", ScriptedSmtp.DROP);
        smtp.hangUp();

        var sent = lanes.send(mail(), LONG).subscribe().withSubscriber(UniAssertSubscriber.<Void>create());

        sent.awaitFailure(Duration.ofSeconds(2));
    }

    @Test
    void hangsUpOnAServerThatTalksAndTalks() {
        smtp.reply("RCPT " + ADA, ScriptedSmtp.TRICKLE);

        var sent = lanes.send(mail(), Duration.ofSeconds(1)).subscribe().withSubscriber(UniAssertSubscriber.create());

        assertThat(meaning(sent.awaitFailure(LONG))).isInstanceOf(Deferral.class);
        await().untilAsserted(() -> assertThat(smtp.connected()).isZero());
        send(lanes).assertCompleted();
    }

    @Test
    void hangsUpWhenTheMailsTimeIsOverAndSendsNothingAfterwards() {
        smtp.hold();

        var sent = lanes.send(mail(), Duration.ofMillis(300)).subscribe().withSubscriber(UniAssertSubscriber.create());

        sent.awaitFailure(LONG);
        await().untilAsserted(() -> assertThat(smtp.connected()).isLessThanOrEqualTo(1));
    }

    @Test
    void signsIn() {
        var signedIn = new SmtpLanes(
                new TestSmtpConfig(smtp.port(), StartTLSOptions.DISABLED, Optional.of("natter"), Optional.empty()),
                vertx);

        send(signedIn).assertCompleted();
    }

    @Test
    void defersWhenItMayNotSignIn() {
        smtp.reply("AUTH", "535 5.7.8 wrong");
        var signedIn = new SmtpLanes(
                new TestSmtpConfig(smtp.port(), StartTLSOptions.DISABLED, Optional.of("natter"), Optional.empty()),
                vertx);

        assertThat(meaning(send(signedIn))).isInstanceOf(Deferral.class).hasMessage("535 5.7.8");
    }

    @Test
    void tellsNothingToAServerThatDoesNotEncryptWhenItMust() {
        var required = new SmtpLanes(tls(StartTLSOptions.REQUIRED, Optional.empty()), vertx);

        assertThat(meaning(send(required))).isInstanceOf(Deferral.class);
        assertThat(smtp.mails()).isEmpty();
        assertThat(smtp.mostUnderWay()).isZero();
    }

    @Test
    void encryptsTowardsAServerThatItTrusts() {
        smtp.offerTls(certificate.context());
        var required = new SmtpLanes(
                tls(StartTLSOptions.REQUIRED, Optional.of(certificate.pem().toString())), vertx);

        send(required).assertCompleted();
    }

    @Test
    void tellsNothingToAServerThatItDoesNotTrust() {
        smtp.offerTls(certificate.context());
        var required = new SmtpLanes(tls(StartTLSOptions.REQUIRED, Optional.empty()), vertx);

        assertThat(meaning(send(required))).isInstanceOf(Deferral.class);
        assertThat(smtp.mails()).isEmpty();
    }

    private TestSmtpConfig tls(StartTLSOptions starttls, Optional<String> trusted) {
        return new TestSmtpConfig(smtp.port(), starttls, Optional.empty(), trusted);
    }

    private static UniAssertSubscriber<Void> send(SmtpLanes lanes) {
        var sent = lanes.send(mail(), LONG).subscribe().withSubscriber(UniAssertSubscriber.<Void>create());
        await().atMost(LONG.plusSeconds(5)).untilAsserted(sent::assertTerminated);
        return sent;
    }

    private static RuntimeException meaning(UniAssertSubscriber<Void> sent) {
        return SmtpFailures.meaning(sent.getFailure());
    }

    private static MailMessage mail() {
        return new MailMessage("natter@example.org", ADA, "482913", ".482913\n.\nbye");
    }
}
