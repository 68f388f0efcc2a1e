package dev.natter.user.account;

import dev.natter.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The position after a page of users, stable while others are added or renamed. */
record NameCursor(String foldedName, String id) {

    private static final char SEPARATOR = '\n';

    static NameCursor behind(Account account) {
        return new NameCursor(FoldedName.of(account.name().value()).sortKey(), account.id());
    }

    static @Nullable NameCursor of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var separator = parts.indexOf(SEPARATOR);
            if (separator >= 0) {
                return new NameCursor(parts.substring(0, separator), parts.substring(separator + 1));
            }
        } catch (IllegalArgumentException malformed) {
            // Reported below, as for every other invalid cursor.
        }
        throw Refusal.malformed("after", "must be a cursor from an earlier page");
    }

    String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((foldedName + SEPARATOR + id).getBytes(StandardCharsets.UTF_8));
    }
}
