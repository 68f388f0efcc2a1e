package dev.natter.chat.online;

import dev.natter.chat.delivery.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** People who have signed out somewhere a moment ago: when their last connection goes now, they do not come back. */
@ApplicationScoped
public class SignedOut {

    private final People people;
    private final Timers timers;
    private final Clock clock;
    private final Duration remembered;
    private final Map<String, Long> lately = new ConcurrentHashMap<>();

    SignedOut(People people, Timers timers, Clock clock, OnlineConfig config) {
        this.people = people;
        this.timers = timers;
        this.clock = clock;
        this.remembered = config.signedOut();
    }

    /** A session of this user is over. To be said on every replica, before its connections are closed. */
    public void by(String userId) {
        var times = lately.merge(userId, 1L, Long::sum);
        timers.after(remembered, () -> lately.remove(userId, times));
        people.look(userId, clock.instant(), true);
    }

    boolean lately(String userId) {
        return lately.containsKey(userId);
    }
}
