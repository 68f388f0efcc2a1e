package dev.natter.mail.smtp;

/** The server will never take the mail (5xx). The message holds reply codes only, never an address. */
public final class PermanentFailure extends RuntimeException {

    PermanentFailure(String codes) {
        super(codes, null, false, false);
    }
}
