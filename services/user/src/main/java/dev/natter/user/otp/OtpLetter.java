package dev.natter.user.otp;

import dev.natter.events.OtpMail;
import dev.natter.user.account.EmailAddress;
import java.time.Duration;
import java.time.Instant;

/** The text of the mail. It has no link that a mail scanner could follow and use up. */
final class OtpLetter {

    private OtpLetter() {}

    static OtpMail write(String id, EmailAddress to, OtpCode code, Duration lifetime, Instant now) {
        var body = """
                Hello,

                this is your code to sign in to Natter:

                %s

                It works once, for %s. If you did not request it, ignore this mail:
                no one can sign in without the code. Do not share it; Natter never asks you for it.
                """.formatted(code.digits(), inWords(lifetime));
        return new OtpMail(id, to.value(), code.digits() + " is your Natter code", body, now.plus(lifetime));
    }

    private static String inWords(Duration lifetime) {
        var minutes = lifetime.toMinutes();
        if (minutes >= 1) {
            return minutes == 1 ? "1 minute" : minutes + " minutes";
        }
        return lifetime.toSeconds() + " seconds";
    }
}
