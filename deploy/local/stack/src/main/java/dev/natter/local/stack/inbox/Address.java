package dev.natter.local.stack.inbox;

import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A mail address with the name shown beside it, which may be empty. */
record Address(String name, String email) {
    static Address of(jakarta.mail.Address address) {
        return address instanceof InternetAddress internet
                ? new Address(orEmpty(internet.getPersonal()), orEmpty(internet.getAddress()))
                : new Address("", address.toString());
    }

    /** Whole addresses have to be equal, or the code of joann@… would be handed to who asks for ann@…; parts match anywhere. */
    boolean matches(String wanted) {
        var lower = email.toLowerCase(Locale.ROOT);
        return wanted.indexOf('@') > 0
                ? lower.equals(wanted)
                : lower.contains(wanted) || name.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
