package dev.natter.chat.online;

import dev.natter.chat.delivery.Connections;
import dev.natter.chat.delivery.Timers;
import dev.natter.chat.presence.Whereabouts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everybody who counts as online, on whatever replica: who is connected, and who has gone a moment ago and may be back at
 * once. Whoever has gone for good (signed out, or lost with his replica) is offline without that moment.
 */
@ApplicationScoped
class People {

    /** Here, or gone since a moment ago. */
    private record Standing(boolean here, Instant since) {}

    private final Connections connections;
    private final Whereabouts whereabouts;
    private final TellAcquaintances tell;
    private final Timers timers;
    private final Duration grace;
    private final Map<String, Standing> online = new ConcurrentHashMap<>();

    People(
            Connections connections,
            Whereabouts whereabouts,
            TellAcquaintances tell,
            Timers timers,
            OnlineConfig config) {
        this.connections = connections;
        this.whereabouts = whereabouts;
        this.tell = tell;
        this.timers = timers;
        this.grace = config.grace();
    }

    boolean isOnline(String userId) {
        return online.containsKey(userId);
    }

    /**
     * Looks where the user is, and tells it if that is news.
     *
     * @param now when something happened to him that is worth a look
     * @param forGood whether he will not be back in a moment, if he is gone
     */
    void look(String userId, Instant now, boolean forGood) {
        online.compute(userId, (id, known) -> {
            if (isConnected(id)) {
                return known == null ? came(id, now) : new Standing(true, known.since());
            }
            if (known == null) {
                return null;
            }
            var gone = known.here() ? new Standing(false, now) : known;
            if (forGood) {
                tell.offline(id, gone.since());
                return null;
            }
            if (known.here()) {
                timers.after(grace, () -> stillGone(id, gone));
            }
            return gone;
        });
    }

    private Standing came(String userId, Instant now) {
        tell.online(userId);
        return new Standing(true, now);
    }

    private void stillGone(String userId, Standing then) {
        // The same standing: he may have come and gone again within the moment.
        online.computeIfPresent(userId, (id, known) -> {
            if (!known.equals(then)) {
                return known;
            }
            tell.offline(id, then.since());
            return null;
        });
    }

    private boolean isConnected(String userId) {
        return !connections.of(userId).isEmpty() || whereabouts.isElsewhere(userId);
    }
}
