package dev.natter.mail.outgoing;

import dev.natter.mail.queue.DeadLetterException;
import dev.natter.mail.queue.DeadLetterReason;
import dev.natter.mail.queue.QueueConfig;
import dev.natter.mail.queue.ReleasedException;
import dev.natter.mail.queue.WorkQueue.Attempts;
import dev.natter.mail.smtp.MailAddress;
import dev.natter.mail.smtp.PermanentFailure;
import dev.natter.mail.smtp.SmtpConnectionPool;
import dev.natter.mail.smtp.TransientFailure;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Sends a mail until the SMTP server accepts it or it expires. A transient failure is retried with exponential backoff and
 * jitter; a mail that waits for a retry occupies no connection. No attempt begins after {@code expiresAt}, and one that is
 * under way then is aborted.
 */
@Singleton
public class SendMail {

    /** No conversation succeeds in less. */
    private static final Duration MIN_TIME = Duration.ofMillis(50);

    private static final double JITTER = 0.5;

    private final ComposeMail composeMail;
    private final SmtpConnectionPool connections;
    private final QueueConfig config;
    private final Clock clock;

    SendMail(ComposeMail composeMail, SmtpConnectionPool connections, QueueConfig config, Clock clock) {
        this.composeMail = composeMail;
        this.connections = connections;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Completes when the server has accepted the mail.
     *
     * @return fails with a {@link DeadLetterException}, or with a {@link ReleasedException} when an attempt may not begin
     */
    public Uni<Void> handle(Mail mail, Attempts attempts) {
        return composeMail
                .handle(mail)
                .chain(message -> connections.send(message, () -> timeLeft(mail, attempts)))
                .onFailure(TransientFailure.class)
                .invoke(failure -> attempts.deferred(masked(mail.to()), failure))
                .onFailure(TransientFailure.class)
                .retry()
                .withBackOff(config.firstRetry(), config.slowestRetry())
                .withJitter(JITTER)
                .indefinitely()
                .onFailure(PermanentFailure.class)
                .transform(refused -> new DeadLetterException(DeadLetterReason.REFUSED, refused.codes()));
    }

    private Duration timeLeft(Mail mail, Attempts attempts) {
        var left = Duration.between(clock.instant(), mail.expiresAt());
        if (left.compareTo(MIN_TIME) < 0) {
            throw new DeadLetterException(DeadLetterReason.EXPIRED, "");
        }
        if (!attempts.mayBegin()) {
            throw new ReleasedException();
        }
        return left;
    }

    private static String masked(String address) {
        return MailAddress.of(address).map(MailAddress::toString).orElse("***");
    }
}
