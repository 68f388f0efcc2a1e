package dev.natter.mail.smtp;

/** The server will never take the mail (5xx). The message holds reply codes only, never an address. */
public final class PermanentFailure extends RuntimeException {

    private final String codes;

    PermanentFailure(String codes) {
        super(codes, null, false, false);
        this.codes = codes;
    }

    /** The reply code, followed by the enhanced code when the server sent one. */
    public String codes() {
        return codes;
    }
}
