package dev.natter.user.otp;

import dev.natter.events.OtpMail;
import io.smallrye.mutiny.Uni;

/** The mails on their way out. */
interface OtpMails {

    /** Completes once the broker has the mail; fails when it is not known to. */
    Uni<Void> send(OtpMail mail);
}
