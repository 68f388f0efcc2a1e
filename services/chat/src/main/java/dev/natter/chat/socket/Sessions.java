package dev.natter.chat.socket;

import dev.natter.chat.delivery.Connections;
import dev.natter.chat.delivery.OpenConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The open connections of this replica, with what the socket remembers of them. */
@ApplicationScoped
class Sessions {

    private final SocketConfig config;
    private final Connections connections;
    private final Clock clock;
    private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();

    Sessions(SocketConfig config, Connections connections, Clock clock) {
        this.config = config;
        this.connections = connections;
        this.clock = clock;
    }

    Session open(String connectionId, Credentials credentials, Executor context) {
        OpenConnection connection =
                connections.open(connectionId, credentials.userId(), credentials.sessionId(), context);
        var session = new Session(
                connection,
                credentials,
                new Gate(config.inFlight(), config.waitingFrames(), config.waitingCharacters()),
                new FloodMeter(config.framesPerSecond(), config.floodWindow()),
                clock.millis());
        sessions.put(connectionId, session);
        return session;
    }

    @Nullable Session find(String connectionId) {
        return sessions.get(connectionId);
    }

    Collection<Session> all() {
        return sessions.values();
    }

    /** The connection is closed; null when that was known. */
    @Nullable Session gone(String connectionId) {
        connections.gone(connectionId);
        return sessions.remove(connectionId);
    }
}
