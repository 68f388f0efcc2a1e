package dev.natter.local.servers;

import java.util.Arrays;
import java.util.Locale;

/** The backing servers there are, by the names used on the command line and in the ready line. */
public enum ServerKind {
    MONGODB,
    REDIS,
    RABBITMQ,
    SMTP,
    S3;

    /** The name on the outside: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException with a sentence that lists the known names */
    static ServerKind of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown server \"" + label + "\"; known are "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(ServerKind::label).toList())));
    }
}
