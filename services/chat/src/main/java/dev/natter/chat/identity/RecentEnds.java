package dev.natter.chat.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sessions that this replica knows to have ended, as long as it matters, and no more than so many. */
@ApplicationScoped
class RecentEnds {

    private static final int MOST = 100_000;

    private final Clock clock;
    private final Duration remembered;
    private final Map<String, Long> ended = new LinkedHashMap<>();

    RecentEnds(Clock clock, RevocationConfig config) {
        this.clock = clock;
        this.remembered = config.remembered();
    }

    synchronized void add(String sessionId) {
        var now = clock.millis();
        ended.remove(sessionId);
        ended.put(sessionId, now);
        for (Iterator<Long> oldest = ended.values().iterator(); oldest.hasNext(); ) {
            if (oldest.next() > now - remembered.toMillis() && ended.size() <= MOST) {
                return;
            }
            oldest.remove();
        }
    }

    synchronized boolean contains(String sessionId) {
        return ended.containsKey(sessionId);
    }
}
