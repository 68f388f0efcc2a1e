package dev.natter.chat.routing;

/** The lease of one open connection of this replica. */
final class Lease {

    /** Whether Redis holds it: not known yet, confirmed, or known to be missing. */
    enum State {
        WRITING,
        WRITTEN,
        MISSING
    }

    private final String userId;
    private final String connectionId;
    private volatile State state = State.WRITING;

    Lease(String userId, String connectionId) {
        this.userId = userId;
        this.connectionId = connectionId;
    }

    String userId() {
        return userId;
    }

    String connectionId() {
        return connectionId;
    }

    boolean is(State wanted) {
        return state == wanted;
    }

    void become(State next) {
        state = next;
    }
}
