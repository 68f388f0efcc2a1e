package dev.natter.mail.outgoing;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.natter.mail.queue.DeadLetterException;
import dev.natter.mail.queue.DeadLetterReason;
import dev.natter.mail.queue.QueueConfig;
import dev.natter.mail.queue.ReleasedException;
import dev.natter.mail.queue.WorkQueue.Attempts;
import dev.natter.mail.smtp.SmtpConnectionPool;
import dev.natter.mail.smtp.SmtpPools;
import dev.natter.testing.TestClock;
import dev.natter.testing.smtp.ScriptedSmtp;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendMailTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final ScriptedSmtp smtp = ScriptedSmtp.start();
    private final Vertx vertx = Vertx.vertx();
    private final TestClock clock = new TestClock();
    private final SmtpConnectionPool connections = SmtpPools.to(smtp.port(), vertx);
    private final AtomicBoolean mayBegin = new AtomicBoolean(true);
    private final List<Throwable> deferred = new ArrayList<>();
    private final SendMail sendMail = new SendMail(new PlainMail(clock), connections, new TestQueueConfig(), clock);

    @AfterEach
    void close() throws IOException {
        vertx.close();
        smtp.close();
    }

    @Test
    void retriesTransientFailuresUntilTheServerAccepts() {
        smtp.reply("RCPT ada@example.com", "451 4.7.1 later", "421 4.3.2 later");

        send().awaitItem(LONG);

        assertThat(smtp.mails()).hasSize(1);
        assertThat(deferred).extracting(Throwable::getMessage).containsExactly("451 4.7.1", "421 4.3.2");
    }

    @Test
    void deadLettersAPermanentRejectionAtOnce() {
        smtp.reply("RCPT ada@example.com", "550 5.1.1 no such person");

        assertDeadLettered(send(), DeadLetterReason.REFUSED, "550 5.1.1");
        assertThat(deferred).isEmpty();
    }

    @Test
    void sendsNothingOnceTheMailHasExpired() {
        clock.advance(ofMinutes(5).minus(ofMillis(1)));

        assertDeadLettered(send(), DeadLetterReason.EXPIRED, "");
        assertThat(smtp.connections()).isZero();
    }

    @Test
    void stopsRetryingWhenTheMailExpires() {
        smtp.alwaysReply("RCPT ada@example.com", "451 4.7.1 later");
        var sent = send();
        await().until(() -> deferred.size() > 1);

        clock.advance(ofMinutes(5));

        assertDeadLettered(sent, DeadLetterReason.EXPIRED, "");
        assertThat(smtp.mails()).isEmpty();
    }

    @Test
    void abortsAnAttemptThatOutlivesTheMail() {
        clock.advance(ofMinutes(5).minus(ofMillis(300)));
        smtp.reply("RCPT ada@example.com", ScriptedSmtp.TRICKLE);

        var sent = sendMail.handle(toAda(), attempts(() -> true, failure -> clock.advance(ofMinutes(1))))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.<Void>create());

        assertDeadLettered(sent, DeadLetterReason.EXPIRED, "");
        await().untilAsserted(() -> assertThat(smtp.connected()).isZero());
        assertThat(smtp.mails()).isEmpty();
    }

    @Test
    void occupiesNoConnectionWhileItWaitsForARetry() {
        smtp.alwaysReply("RCPT ada@example.com", "451 4.7.1 later");
        for (var i = 0; i < 5; i++) {
            send();
        }

        sendMail.handle(to("bob@example.com"), attempts(() -> true, deferred::add))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitItem(LONG);
    }

    @Test
    void releasesTheMailWhenNoAttemptMayBegin() {
        smtp.alwaysReply("RCPT ada@example.com", "451 4.7.1 later");
        var sent = send();
        await().until(() -> !deferred.isEmpty());

        mayBegin.set(false);

        sent.awaitFailure(LONG).assertFailedWith(ReleasedException.class);
    }

    private UniAssertSubscriber<Void> send() {
        return sendMail.handle(toAda(), attempts(mayBegin::get, deferred::add))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private static void assertDeadLettered(UniAssertSubscriber<Void> sent, DeadLetterReason reason, String detail) {
        assertThat(sent.awaitFailure(LONG).getFailure())
                .isInstanceOfSatisfying(
                        DeadLetterException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason))
                .hasMessage(detail);
    }

    /** Without the template, which needs a container. */
    private static final class PlainMail extends ComposeMail {
        PlainMail(TestClock clock) {
            super(() -> "natter@example.org", clock);
        }

        @Override
        Uni<MailMessage> handle(Mail mail) {
            return Uni.createFrom().item(new MailMessage("natter@example.org", mail.to(), mail.subject(), mail.body()));
        }
    }

    private static Mail toAda() {
        return to("ada@example.com");
    }

    /** Expires five minutes after noon. */
    private static Mail to(String address) {
        return new Mail("otp-1", address, "482913 is your Natter code", "482913\n", TestClock.NOON.plusSeconds(300));
    }

    private static Attempts attempts(BooleanSupplier mayBegin, Consumer<Throwable> deferred) {
        return new Attempts() {
            @Override
            public boolean mayBegin() {
                return mayBegin.getAsBoolean();
            }

            @Override
            public void deferred(String recipient, Throwable failure) {
                deferred.accept(failure);
            }
        };
    }

    private record TestQueueConfig() implements QueueConfig {
        @Override
        public int unacknowledged() {
            return 10;
        }

        @Override
        public Duration firstRetry() {
            return ofMillis(20);
        }

        @Override
        public Duration slowestRetry() {
            return ofMillis(100);
        }

        @Override
        public Duration drainTimeout() {
            return LONG;
        }
    }
}
