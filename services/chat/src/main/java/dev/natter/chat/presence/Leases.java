package dev.natter.chat.presence;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The leases of all connections to all replicas. Each ends by itself unless it is renewed. */
interface Leases {

    /** Writes the leases that are new and takes back those that are no more. */
    Uni<Void> write(Moves moves);

    /** Writes all leases of this replica, so that whatever was lost of them is there again. */
    Uni<Void> renew(Collection<Lease> leases);

    /** Takes back all leases of this replica. */
    Uni<Void> end(Collection<Lease> leases);

    /** The replicas that hold leases, and until when (milliseconds since the epoch). */
    Uni<Map<String, Long>> replicas();

    /** Hands over, page by page, everybody who holds a lease on this replica. */
    Uni<Void> usersOf(String replicaId, Consumer<List<String>> page);
}
