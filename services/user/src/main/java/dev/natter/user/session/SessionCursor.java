package dev.natter.user.session;

import dev.natter.web.Cursors;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The position after a page of sessions. */
record SessionCursor(Instant createdAt, String id) {

    static @Nullable SessionCursor of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var parts = Cursors.decode("after", text, 2);
        return new SessionCursor(Cursors.instant("after", parts.get(0)), parts.get(1));
    }

    static SessionCursor behind(Session session) {
        return new SessionCursor(session.createdAt(), session.id());
    }

    String encoded() {
        return Cursors.encode(String.valueOf(createdAt.toEpochMilli()), id);
    }
}
