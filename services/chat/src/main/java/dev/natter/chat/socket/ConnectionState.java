package dev.natter.chat.socket;

import dev.natter.chat.delivery.ClientConnection;
import dev.natter.chat.http.Permits;
import dev.natter.chat.socket.protocol.SlidingWindowLimiter;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** What the socket knows of one connection; kept with it by the platform. */
final class ConnectionState {

    static final TypedKey<ConnectionState> KEY = new TypedKey<>("natter.connection");

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ClientConnection connection;
    private final Permits inFlight;
    private final SlidingWindowLimiter ofUser;
    private volatile Credentials credentials;
    private volatile long heardAt;
    private volatile boolean warned;

    /** @param ofUser counts the frames of all connections of the user to this replica */
    ConnectionState(
            ClientConnection connection,
            Credentials credentials,
            Permits inFlight,
            SlidingWindowLimiter ofUser,
            long now) {
        this.connection = connection;
        this.credentials = credentials;
        this.inFlight = inFlight;
        this.ofUser = ofUser;
        this.heardAt = now;
    }

    ClientConnection connection() {
        return connection;
    }

    /**
     * Begins the frame when fewer are in flight. Frames begin in the order they came, without waiting for each other to end.
     * One too many is refused with 503 {@code busy}.
     */
    <T> Uni<T> inTurn(int size, Supplier<Uni<T>> frame) {
        return Uni.createFrom().deferred(() -> {
            var permit = inFlight.request(size);
            if (permit == null) {
                throw ApiException.unavailable(
                        ErrorCode.BUSY, "Too many frames are waiting. Send more slowly.", RETRY_AFTER);
            }
            return permit.granted().chain(() -> frame.get()).onTermination().invoke(permit::release);
        });
    }

    String userId() {
        return credentials.userId();
    }

    String sessionId() {
        return credentials.sessionId();
    }

    Instant expiresAt() {
        return credentials.expiresAt();
    }

    /** A frame came from the peer, if only a pong; false when the user sends too many. */
    boolean admit(long now) {
        heardAt = now;
        return ofUser.admit(now);
    }

    boolean isSilentSince(long since) {
        return heardAt < since;
    }

    /** Replaces the token by a newer one of the same session; a connection never changes its user. */
    void renew(Credentials next) {
        if (!next.userId().equals(userId()) || !next.sessionId().equals(sessionId())) {
            throw ApiException.unauthenticated(
                    ErrorCode.OTHER_SESSION, "The token belongs to another session. Open a new connection.");
        }
        credentials = next;
        warned = false;
    }

    /** True the first time since the token was new. */
    boolean warn() {
        var first = !warned;
        warned = true;
        return first;
    }
}
