package dev.natter.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.natter.testing.TestCertificate;
import dev.natter.testing.smtp.ScriptedSmtp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pool against a scripted SMTP server on a real socket. */
class SmtpConnectionPoolTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final String ADA = "ada@example.com";

    @TempDir
    static Path folder;

    private static TestCertificate certificate;

    private final ScriptedSmtp smtp = ScriptedSmtp.start();
    private final Vertx vertx = Vertx.vertx();
    private final SmtpConnectionPool pool = pool(TestSmtpConfig.plain(smtp.port()));

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
    void sendsAMail() {
        send(pool).assertCompleted();

        assertThat(smtp.mailsTo(ADA))
                .singleElement()
                .satisfies(mail -> assertThat(mail.from()).isEqualTo("natter@example.org"));
    }

    @Test
    void reusesItsConnection() {
        send(pool).assertCompleted();
        send(pool).assertCompleted();

        assertThat(smtp.mails()).hasSize(2);
        assertThat(smtp.connections()).isEqualTo(1);
    }

    @Test
    void classifiesRejectionsAtEveryStep() {
        for (var step : new String[] {"greeting", "MAIL", "RCPT " + ADA, "DATA", "dot " + ADA}) {
            smtp.reset();
            smtp.reply(step, "451 4.3.0 later", "550 5.7.1 never");
            var fresh = pool(TestSmtpConfig.plain(smtp.port()));

            assertThat(failure(send(fresh)))
                    .as(step)
                    .isInstanceOf(TransientFailure.class)
                    .hasMessage("451 4.3.0");
            assertThat(failure(send(fresh)))
                    .as(step)
                    .isInstanceOf(PermanentFailure.class)
                    .hasMessage("550 5.7.1");
            send(fresh).assertCompleted();
        }
    }

    @Test
    void classifiesAMultiLineRejection() {
        smtp.reply("RCPT " + ADA, "550-5.1.1 no such person\r\n550-5.1.1 really\r\n550 5.1.1 none");

        assertThat(failure(send(pool))).isInstanceOf(PermanentFailure.class).hasMessage("550 5.1.1");
    }

    @Test
    void failsTransientlyWhenTheServerClosesTheConnection() {
        for (var step : new String[] {"greeting", "EHLO", "MAIL", "RCPT " + ADA, "DATA", "dot " + ADA}) {
            smtp.reply(step, ScriptedSmtp.DROP);
            var fresh = pool(TestSmtpConfig.plain(smtp.port()));

            assertThat(failure(send(fresh))).as(step).isInstanceOf(TransientFailure.class);
            send(fresh).assertCompleted();
        }
    }

    @Test
    void failsTransientlyWhenTheConnectionIsRefused() throws IOException {
        smtp.close();

        assertThat(failure(send(pool))).isInstanceOf(TransientFailure.class);
    }

    @Test
    void abortsWhenTheServerIsSilent() {
        for (var step : new String[] {"greeting", "EHLO", "MAIL", "RCPT " + ADA, "DATA", "dot " + ADA}) {
            smtp.reply(step, ScriptedSmtp.SILENCE);
            var fresh = pool(TestSmtpConfig.plain(smtp.port()));

            assertThat(failure(send(fresh))).as(step).isInstanceOf(TransientFailure.class);
            send(fresh).assertCompleted();
        }
        await().untilAsserted(() -> assertThat(smtp.connected()).isLessThanOrEqualTo(6));
    }

    @Test
    void reconnectsWhenTheReusedConnectionIsClosed() {
        send(pool).assertCompleted();
        smtp.hangUp();

        send(pool).assertCompleted();

        assertThat(smtp.connections()).isEqualTo(2);
    }

    @Test
    void failsAtOnceWhenTheServerClosesBeforeItsGreeting() {
        send(pool).assertCompleted();
        smtp.alwaysReply("greeting", ScriptedSmtp.DROP);
        smtp.hangUp();

        var sent = pool.send(mail(), () -> LONG).subscribe().withSubscriber(UniAssertSubscriber.<Void>create());

        sent.awaitFailure(Duration.ofSeconds(2));
    }

    @Test
    void abortsAReplyThatNeverEnds() {
        smtp.reply("RCPT " + ADA, ScriptedSmtp.TRICKLE);

        var sent =
                pool.send(mail(), () -> Duration.ofSeconds(1)).subscribe().withSubscriber(UniAssertSubscriber.create());

        assertThat(failure(sent.awaitFailure(LONG))).isInstanceOf(TransientFailure.class);
        await().untilAsserted(() -> assertThat(smtp.connected()).isZero());
        send(pool).assertCompleted();
    }

    @Test
    void abortsWhenTheTimeIsOver() {
        smtp.hold();

        var sent = pool.send(mail(), () -> Duration.ofMillis(300))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());

        sent.awaitFailure(LONG);
        await().untilAsserted(() -> assertThat(smtp.connected()).isLessThanOrEqualTo(1));
    }

    @Test
    void holdsFurtherMailsBackUntilAConnectionIsFree() {
        smtp.hold();
        var all = IntStream.range(0, 5)
                .mapToObj(i ->
                        pool.send(mail(), () -> LONG).subscribe().withSubscriber(UniAssertSubscriber.<Void>create()))
                .toList();
        await().untilAsserted(() -> assertThat(smtp.underWay()).isEqualTo(2));

        smtp.letOn(5);

        await().untilAsserted(() -> assertThat(smtp.mails()).hasSize(5));
        assertThat(smtp.mostUnderWay()).isEqualTo(2);
        all.forEach(sent -> sent.awaitItem(LONG));
    }

    @Test
    void asksForTheTimeLeftWhenAConnectionIsFree() {
        smtp.hold();
        var first = pool.send(mail(), () -> LONG).subscribe().withSubscriber(UniAssertSubscriber.<Void>create());
        var second = pool.send(mail(), () -> LONG).subscribe().withSubscriber(UniAssertSubscriber.<Void>create());
        var late = pool.send(mail(), () -> {
                    throw new IllegalStateException("expired");
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.<Void>create());
        late.assertNotTerminated();

        smtp.letOn(3);

        late.awaitFailure(LONG).assertFailedWith(IllegalStateException.class);
        first.awaitItem(LONG);
        second.awaitItem(LONG);
        assertThat(smtp.mails()).hasSize(2);
        send(pool).assertCompleted();
    }

    @Test
    void authenticates() {
        var signedIn = pool(
                new TestSmtpConfig(smtp.port(), StartTLSOptions.DISABLED, Optional.of("natter"), Optional.empty()));

        send(signedIn).assertCompleted();
    }

    @Test
    void failsTransientlyWhenAuthenticationFails() {
        smtp.reply("AUTH", "535 5.7.8 wrong");
        var signedIn = pool(
                new TestSmtpConfig(smtp.port(), StartTLSOptions.DISABLED, Optional.of("natter"), Optional.empty()));

        assertThat(failure(send(signedIn))).isInstanceOf(TransientFailure.class).hasMessage("535 5.7.8");
    }

    @Test
    void sendsNothingWithoutTheRequiredTls() {
        var required = pool(tls(StartTLSOptions.REQUIRED, Optional.empty()));

        assertThat(failure(send(required))).isInstanceOf(TransientFailure.class);
        assertThat(smtp.mails()).isEmpty();
        assertThat(smtp.mostUnderWay()).isZero();
    }

    @Test
    void encryptsTowardsATrustedServer() {
        smtp.offerTls(certificate.context());
        var required =
                pool(tls(StartTLSOptions.REQUIRED, Optional.of(certificate.pem().toString())));

        send(required).assertCompleted();
    }

    @Test
    void sendsNothingToAnUntrustedServer() {
        smtp.offerTls(certificate.context());
        var required = pool(tls(StartTLSOptions.REQUIRED, Optional.empty()));

        assertThat(failure(send(required))).isInstanceOf(TransientFailure.class);
        assertThat(smtp.mails()).isEmpty();
    }

    private TestSmtpConfig tls(StartTLSOptions starttls, Optional<String> trusted) {
        return new TestSmtpConfig(smtp.port(), starttls, Optional.empty(), trusted);
    }

    private SmtpConnectionPool pool(SmtpConfig config) {
        return new SmtpConnectionPool(config, vertx, new SimpleMeterRegistry());
    }

    private static UniAssertSubscriber<Void> send(SmtpConnectionPool pool) {
        var sent = pool.send(mail(), () -> LONG).subscribe().withSubscriber(UniAssertSubscriber.<Void>create());
        await().atMost(LONG.plusSeconds(5)).untilAsserted(sent::assertTerminated);
        return sent;
    }

    private static RuntimeException failure(UniAssertSubscriber<Void> sent) {
        return (RuntimeException) sent.getFailure();
    }

    private static MailMessage mail() {
        return new MailMessage("natter@example.org", ADA, "482913", ".482913\n.\nbye");
    }
}
