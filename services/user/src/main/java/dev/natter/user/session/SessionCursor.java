package dev.natter.user.session;

import dev.natter.web.Refusal;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The position after a page of sessions. */
record SessionCursor(Instant createdAt, String id) {

    private static final Pattern ENCODED = Pattern.compile("(\\d{1,15})\\.([A-Za-z0-9_-]{1,64})");

    static @Nullable SessionCursor of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var parts = ENCODED.matcher(text);
        if (!parts.matches()) {
            throw Refusal.malformed("after", "must be a cursor from an earlier page");
        }
        return new SessionCursor(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), parts.group(2));
    }

    static SessionCursor behind(Session session) {
        return new SessionCursor(session.createdAt(), session.id());
    }

    String encoded() {
        return createdAt.toEpochMilli() + "." + id;
    }
}
