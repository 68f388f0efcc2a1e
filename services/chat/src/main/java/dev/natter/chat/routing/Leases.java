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
    Uni<List<LeaseWrite.Result>> write(List<LeaseWrite> writes);

    /**
     * Renews existing leases of this replica and creates none. Reaches Redis also when there is nothing to renew.
     *
     * @param connectionIds by user
     */
    Uni<Renewal> renew(Map<String, List<String>> connectionIds);

    /**
     * The replicas that hold connections of these users. Users without a lease are absent; a user within the grace period
     * has no replica. May name a replica that has died within the last lease.
     */
    CompletionStage<Map<String, Set<String>>> find(Collection<String> userIds);

    /** Removes users all of whose leases have expired, and returns each of them to exactly one replica. */
    Uni<List<Departure>> sweep();

    /**
     * What a renewal found.
     *
     * @param missing users of whom at least one lease of this replica no longer existed
     * @param bereft users of whom another replica let a lease expire: it has died, and may not have told that they are online
     */
    record Renewal(Set<String> missing, Set<String> bereft) {}

    /** A user whose last lease expired. */
    record Departure(String userId, Instant lastSeenAt, long version) {}
}
