package dev.natter.chat.presence;

import dev.natter.chat.replica.ReplicaConfig;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Brings the routing table in line with the leases. Adds at once what it finds; takes away only what has not been confirmed
 * for the length of a lease, because leases may lag behind events.
 */
@ApplicationScoped
class Snapshot {

    private final String self;
    private final long lease;
    private final Clock clock;
    private final Leases leases;
    private final RoutingTable table;
    private final Company company;
    private final Entry entry;

    Snapshot(
            ReplicaConfig replica,
            PresenceConfig config,
            Clock clock,
            Leases leases,
            RoutingTable table,
            Company company,
            Entry entry) {
        this.self = replica.id();
        this.lease = config.lease().toMillis();
        this.clock = clock;
        this.leases = leases;
        this.table = table;
        this.company = company;
        this.entry = entry;
    }

    Uni<Void> take() {
        return leases.replicas().invoke(entry::leased).chain(this::read);
    }

    private Uni<Void> read(Map<String, Long> replicas) {
        var now = clock.millis();
        var others = replicas.keySet().stream()
                .filter(id -> !id.equals(self) && replicas.getOrDefault(id, 0L) > now)
                .toList();
        return Multi.createFrom()
                .iterable(others)
                .onItem()
                .transformToUniAndConcatenate(this::readOne)
                .onItem()
                .ignoreAsUni()
                .invoke(() -> table.retainReplicas(company.others()));
    }

    private Uni<Void> readOne(String replicaId) {
        var begun = clock.millis();
        return leases.usersOf(replicaId, page -> found(replicaId, page))
                .invoke(() -> table.retain(replicaId, begun - lease));
    }

    private void found(String replicaId, List<String> userIds) {
        table.came(replicaId, userIds, clock.millis());
    }
}
