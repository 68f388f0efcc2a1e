package dev.natter.chat.socket;

import dev.natter.chat.delivery.OpenConnection;
import java.time.Instant;

/** What the socket remembers of one connection. */
final class Session {

    private final OpenConnection connection;
    private final Gate gate;
    private final FloodMeter flood;
    private volatile Credentials credentials;
    private volatile long heardAt;
    private volatile boolean warned;

    Session(OpenConnection connection, Credentials credentials, Gate gate, FloodMeter flood, long now) {
        this.connection = connection;
        this.credentials = credentials;
        this.gate = gate;
        this.flood = flood;
        this.heardAt = now;
    }

    OpenConnection connection() {
        return connection;
    }

    Gate gate() {
        return gate;
    }

    String userId() {
        return credentials.userId();
    }

    /** Something came from the peer, if only a pong. */
    void heard(long now) {
        heardAt = now;
    }

    boolean isSilentSince(long since) {
        return heardAt < since;
    }

    /** Counts what came; false when it is one too many. */
    boolean admits(long now) {
        return flood.admit(now);
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
