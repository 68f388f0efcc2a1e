package dev.natter.chat.routing;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The leases of all connections to all replicas. Each expires unless its replica renews it. */
interface Leases {

    /** Applies the changes in order; results come in the order of the changes. */
    Uni<List<Result>> write(List<LeaseWrite> writes);

    /** Renews leases of this replica, by user, and creates none. Reaches Redis also when there is nothing to renew. */
    Uni<Renewal> renew(Map<String, List<String>> connectionIds);

    /**
     * The replicas that hold connections of these users, or did within the last lease. Users without a lease are absent; a
     * user within the grace period has no replica.
     */
    CompletionStage<Map<String, Set<String>>> find(Collection<String> userIds);

    /** Removes users all of whose leases have expired, and returns each of them to exactly one replica. */
    Uni<List<Departure>> sweep();

    sealed interface LeaseWrite {
        String userId();
    }

    record Acquire(String userId, String connectionId) implements LeaseWrite {}

    /** A connection is closed. If it was the last one, the user is offline after a grace period, or at once if it is final. */
    record Release(String userId, String connectionId, boolean isFinal) implements LeaseWrite {}

    /** The user has signed out: a grace period that has begun ends now. */
    record EndGrace(String userId) implements LeaseWrite {}

    /**
     * What came of a change.
     *
     * @param isEdge whether the user was offline before and is online now, or the other way round
     * @param version orders the changes of one user
     */
    record Result(boolean isEdge, long version) {}

    /**
     * What a renewal found.
     *
     * @param missing users of whom at least one lease of this replica no longer existed
     * @param bereft users of whom another replica let a lease expire: it has died, and may not have announced them as online
     */
    record Renewal(Set<String> missing, Set<String> bereft) {}

    record Departure(String userId, Instant lastSeenAt, long version) {}
}
