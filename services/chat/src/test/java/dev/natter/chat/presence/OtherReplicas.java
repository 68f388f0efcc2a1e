package dev.natter.chat.presence;

import java.util.List;

/** What a replica knows of the others, for tests of other features. */
public final class OtherReplicas {

    private final RoutingTable table;

    public OtherReplicas(Onlookers onlookers) {
        table = new RoutingTable(onlookers);
    }

    public void came(String replicaId, String userId) {
        table.came(replicaId, List.of(userId), 0);
    }

    public void went(String replicaId, String userId) {
        table.went(replicaId, List.of(userId));
    }

    public void dies(String replicaId) {
        table.bury(replicaId);
    }

    public Whereabouts whereabouts() {
        return new Whereabouts(table);
    }
}
