package dev.natter.chat.socket;

import dev.natter.chat.delivery.ClientConnection;
import dev.natter.chat.delivery.Connections;
import dev.natter.chat.socket.protocol.SlidingWindowLimiter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The state of all open connections of this replica. */
@ApplicationScoped
class ConnectionStates {

    private final SocketConfig config;
    private final Connections connections;
    private final Clock clock;
    private final ConcurrentMap<String, ConnectionState> states = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, SlidingWindowLimiter> byUser = new ConcurrentHashMap<>();

    ConnectionStates(SocketConfig config, Connections connections, Clock clock) {
        this.config = config;
        this.connections = connections;
        this.clock = clock;
    }

    ConnectionState open(String connectionId, Credentials credentials, Executor context) {
        ClientConnection connection =
                connections.open(connectionId, credentials.userId(), credentials.sessionId(), context);
        var state = new ConnectionState(
                connection,
                credentials,
                new InFlightLimiter(config.inFlight(), config.waitingFrames(), config.waitingCharacters()),
                byUser.computeIfAbsent(credentials.userId(), user -> limiter()),
                clock.millis());
        states.put(connectionId, state);
        return state;
    }

    private SlidingWindowLimiter limiter() {
        return new SlidingWindowLimiter(config.framesPerSecondPerUser(), config.floodWindow());
    }

    @Nullable ConnectionState find(String connectionId) {
        return states.get(connectionId);
    }

    Collection<ConnectionState> all() {
        return states.values();
    }

    /** The connection is closed; null when that was known. */
    @Nullable ConnectionState gone(String connectionId) {
        connections.gone(connectionId);
        var gone = states.remove(connectionId);
        if (gone != null && connections.of(gone.userId()).isEmpty()) {
            byUser.remove(gone.userId());
        }
        return gone;
    }
}
