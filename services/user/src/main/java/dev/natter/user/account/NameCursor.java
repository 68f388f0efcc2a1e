package dev.natter.user.account;

import dev.natter.web.Cursors;
import org.jspecify.annotations.Nullable;

/** The position after a page of users, stable while others are added or renamed. */
record NameCursor(String foldedName, String id) {

    static NameCursor behind(Account account) {
        return new NameCursor(FoldedName.of(account.name().value()).sortKey(), account.id());
    }

    static @Nullable NameCursor of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var parts = Cursors.decode("after", text, 2);
        return new NameCursor(parts.get(0), parts.get(1));
    }

    String encoded() {
        return Cursors.encode(foldedName, id);
    }
}
