package dev.natter.chat.routing;

/** A change of one user's leases. */
sealed interface LeaseWrite {

    String userId();

    /** A connection is open. */
    record Acquire(String userId, String connectionId) implements LeaseWrite {}

    /**
     * A connection is closed.
     *
     * @param isFinal whether the user is offline at once if it was the last one, without a grace period
     */
    record Release(String userId, String connectionId, boolean isFinal) implements LeaseWrite {}

    /** The user has signed out: a grace period that has begun ends now. */
    record EndGrace(String userId) implements LeaseWrite {}

    /**
     * What came of it.
     *
     * @param isEdge whether the user was offline before and is online now, or the other way round
     * @param version orders the changes of one user
     */
    record Result(boolean isEdge, long version) {}
}
