package dev.natter.user.otp;

import dev.natter.events.OtpMail;
import io.smallrye.mutiny.Uni;

/** Publishes mails. */
public interface OtpMails {

    /** Completes once the broker has confirmed the mail; fails otherwise. */
    Uni<Void> send(OtpMail mail);
}
