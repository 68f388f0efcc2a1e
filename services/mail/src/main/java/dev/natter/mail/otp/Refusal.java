package dev.natter.mail.otp;

/** The SMTP server will never take the mail. Says the numbers of its reply. */
final class Refusal extends RuntimeException {

    Refusal(String numbers) {
        super(numbers, null, false, false);
    }

    /** The code, and the enhanced one where there is one. */
    String numbers() {
        return String.valueOf(getMessage());
    }
}
