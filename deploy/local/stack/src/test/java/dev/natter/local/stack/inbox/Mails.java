package dev.natter.local.stack.inbox;

import java.time.Instant;
import java.util.List;

/** Mails to try things with. */
final class Mails {
    private static int number;

    private Mails() {}

    static Mail to(String address) {
        return mail(address, "Your code is 123456", "A person signs in.");
    }

    static Mail mail(String address, String subject, String text) {
        number++;
        return new Mail(
                "mail-" + number,
                "",
                new Address("Natter", "natter@natter.localhost"),
                List.of(new Address("", address)),
                List.of(),
                List.of(),
                List.of(),
                "",
                subject,
                text,
                "",
                List.of(),
                100,
                Instant.parse("2026-01-01T00:00:00Z"));
    }
}
