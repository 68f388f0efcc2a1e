package dev.natter.chat.socket;

import dev.natter.chat.delivery.ClientConnection;
import dev.natter.chat.socket.protocol.SlidingWindowLimiter;
import java.time.Instant;

/** The socket's state of one connection. */
final class ConnectionState {

    private final ClientConnection connection;
    private final InFlightLimiter inFlight;
    private final SlidingWindowLimiter ofUser;
    private volatile Credentials credentials;
    private volatile long heardAt;
    private volatile boolean warned;

    ConnectionState(
            ClientConnection connection,
            Credentials credentials,
            InFlightLimiter inFlight,
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

    InFlightLimiter inFlight() {
        return inFlight;
    }

    String userId() {
        return credentials.userId();
    }

    /** A frame came from the peer, if only a pong. */
    void heard(long now) {
        heardAt = now;
    }

    boolean isSilentSince(long since) {
        return heardAt < since;
    }

    /** Counts a frame of this user, on whatever connection; false when it is one too many. */
    boolean admits(long now) {
        return ofUser.admit(now);
    }

    Instant expiresAt() {
        return credentials.expiresAt();
    }

    Credentials credentials() {
        return credentials;
    }

    /** Goes on with these. */
    void renew(Credentials next) {
        credentials = next;
        warned = false;
    }

    /** True for the first who asks since the token was new. */
    boolean warn() {
        var first = !warned;
        warned = true;
        return first;
    }
}
