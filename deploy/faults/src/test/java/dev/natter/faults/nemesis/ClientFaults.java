package dev.natter.faults.nemesis;

import dev.natter.faults.cluster.Cluster;
import dev.natter.faults.cluster.Link;
import java.time.Duration;
import java.util.List;

/** The network between people and Natter. */
final class ClientFaults {

    private ClientFaults() {}

    static List<Nemesis> all() {
        return List.of(Nemesis.of(
                "clients-dropped",
                "every client's connection is cut at the same moment, three times",
                Duration.ofSeconds(5),
                ClientFaults::drop));
    }

    private static void drop(Cluster cluster) {
        for (var i = 0; i < 3; i++) {
            cluster.doors().forEach(Link::hangUp);
            Moment.seconds(4);
        }
    }
}
