package dev.natter.user.session;

import dev.natter.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the caller's sessions. */
@ApplicationScoped
class ListSessions {

    private final Sessions sessions;

    ListSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    Uni<Page<Session>> handle(String userId, @Nullable SessionCursor after, int limit) {
        return sessions.live(userId, after, limit + 1).map(found -> page(found, limit));
    }

    private static Page<Session> page(List<Session> found, int limit) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, limit),
                        SessionCursor.behind(found.get(limit - 1)).encoded());
    }
}
