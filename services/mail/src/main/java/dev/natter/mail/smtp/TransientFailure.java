package dev.natter.mail.smtp;

/** The server did not take the mail now and may take it later. The message holds reply codes only, never an address. */
public final class TransientFailure extends RuntimeException {

    TransientFailure(String why) {
        super(why, null, false, false);
    }
}
