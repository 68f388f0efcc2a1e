package dev.natter.user.otp;

import dev.natter.events.OtpMail;
import dev.natter.user.account.EmailAddress;
import java.time.Duration;
import java.time.Instant;

/** What the mail says. It has no link: nothing that fetches the links in mails can use the code up. */
final class OtpLetter {

    private OtpLetter() {}

    static OtpMail write(String id, EmailAddress to, OtpCode code, Duration lifetime, Instant now) {
        var body = """
                Hello,

                this is your code to sign in to Natter:

                %s

                It works once, and for %s. If it was not you who asked for it, ignore this mail:
                without the code nobody can sign in. Do not pass it on; nobody at Natter will ask you for it.
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
