package dev.natter.mail.otp;

import dev.natter.events.OtpMail;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Hands mails to an SMTP server. */
interface Courier {

    /**
     * Completes when the server has accepted the mail, which takes at most {@code time}: then the conversation is broken
     * off. Fails with a {@link Refusal} or a {@link Deferral}.
     */
    Uni<Void> carry(OtpMail mail, Duration time);
}
