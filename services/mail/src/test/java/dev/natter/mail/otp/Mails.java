package dev.natter.mail.otp;

import dev.natter.events.OtpMail;
import dev.natter.testing.TestClock;
import java.time.Instant;

/** Mails to try things with. */
final class Mails {

    static final Instant NOON = TestClock.NOON;

    private Mails() {}

    /** Expires five minutes after noon. */
    static OtpMail toAda() {
        return to("ada@example.com");
    }

    static OtpMail to(String address) {
        return new OtpMail(
                "0b8f5c1e-3f0a-4d7f-9a7e-3c1f4a3d2b10",
                address,
                "482913 is your Natter code",
                "Your code is\n\n482913\n",
                NOON.plusSeconds(300));
    }

    static String json(OtpMail mail) {
        return io.vertx.core.json.JsonObject.of(
                        "id", mail.id(),
                        "to", mail.to(),
                        "subject", mail.subject(),
                        "body", mail.body(),
                        "expiresAt", mail.expiresAt().toString())
                .encode();
    }
}
