package dev.natter.mail.otp;

import dev.natter.events.OtpMail;
import dev.natter.mail.smtp.PermanentFailure;
import dev.natter.mail.smtp.SmtpConnectionPool;
import dev.natter.mail.smtp.TransientFailure;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Sends a mail until the SMTP server accepts it or it expires. A transient failure is retried with exponential backoff and
 * jitter; a mail that waits for a retry occupies no connection. No attempt begins after {@code expiresAt}, and one that is
 * under way then is aborted.
 */
@Singleton
class SendOtpMail {

    /** No conversation succeeds in less. */
    private static final Duration MIN_TIME = Duration.ofMillis(50);

    private static final double JITTER = 0.5;

    private final ComposeOtpMail composeMail;
    private final SmtpConnectionPool connections;
    private final OtpMailConfig config;
    private final Clock clock;

    SendOtpMail(ComposeOtpMail composeMail, SmtpConnectionPool connections, OtpMailConfig config, Clock clock) {
        this.composeMail = composeMail;
        this.connections = connections;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Completes when the server has accepted the mail.
     *
     * @param mayBegin asked before each attempt, once a connection is free
     * @param deferred called after each transient failure
     * @return fails with a {@link DeadLetterException}, or with a {@link ReleasedException} when {@code mayBegin} refused
     */
    Uni<Void> handle(OtpMail mail, BooleanSupplier mayBegin, Consumer<TransientFailure> deferred) {
        return composeMail
                .handle(mail)
                .chain(message -> connections.send(message, () -> timeLeft(mail, mayBegin)))
                .onFailure(TransientFailure.class)
                .invoke(deferred)
                .onFailure(TransientFailure.class)
                .retry()
                .withBackOff(config.firstRetry(), config.slowestRetry())
                .withJitter(JITTER)
                .indefinitely()
                .onFailure(PermanentFailure.class)
                .transform(refused -> new DeadLetterException(DeadLetterReason.REFUSED, refused.codes()));
    }

    private Duration timeLeft(OtpMail mail, BooleanSupplier mayBegin) {
        var left = Duration.between(clock.instant(), mail.expiresAt());
        if (left.compareTo(MIN_TIME) < 0) {
            throw new DeadLetterException(DeadLetterReason.EXPIRED, "");
        }
        if (!mayBegin.getAsBoolean()) {
            throw new ReleasedException();
        }
        return left;
    }
}
