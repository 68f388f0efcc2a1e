package dev.natter.mail.otp;

/** How the work on a mail ended. */
sealed interface MailOutcome {

    /** The SMTP server has accepted it. */
    record Sent() implements MailOutcome {}

    /**
     * It will not be sent.
     *
     * @param detail the numbers of a reply, or which part of the message is wrong; never anything of the mail itself
     */
    record Parked(ParkReason reason, String detail) implements MailOutcome {}

    /** This worker no longer holds the message, or is about to end: the broker gives it to somebody else. */
    record Released() implements MailOutcome {}
}
