package dev.natter.chat.socket;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sessions that have ended lately: their tokens are good by themselves for some minutes more, and are not to open a
 * socket any more. What was ended while this replica could not hear of it is not known here.
 */
@ApplicationScoped
class EndedSessions {

    private static final int MOST = 100_000;

    private final Clock clock;
    private final Duration remembered;
    private final Map<String, Long> ended = new LinkedHashMap<>();

    EndedSessions(Clock clock, SocketConfig config) {
        this.clock = clock;
        this.remembered = config.rememberEnded();
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
