package dev.natter.faults.nemesis;

import static dev.natter.faults.nemesis.Nemesis.Trait.FLOODS;
import static dev.natter.faults.nemesis.Nemesis.Trait.SPARES_OTHERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.natter.faults.cluster.Cluster;
import dev.natter.faults.cluster.CuttableProxy;
import dev.natter.faults.cluster.Metric;
import dev.natter.local.stack.service.ServiceKind;
import java.time.Duration;
import java.util.List;

/** The network between people and Natter. */
final class ClientFaults {

    private static final Metric OPEN = new Metric("natter_socket_connections");
    private static final Metric SILENT = new Metric("natter_socket_closed_total", "code=\"4408\"");
    private static final Metric SLOW = new Metric("natter_socket_closed_total", "code=\"4413\"");
    /** A minute of silence, 3 s for a close frame that does not come, and 3 s until the sweep finds it. */
    private static final Duration TO_BE_DROPPED = Duration.ofSeconds(66);
    /** What the kernel keeps on the way through the gateway is full by then, some 10 MB, and so is what the service keeps. */
    private static final Duration TO_BE_TOO_SLOW = Duration.ofSeconds(90);

    private ClientFaults() {}

    static List<Nemesis> all() {
        return List.of(
                Nemesis.of(
                        "clients-dropped",
                        "every client's connection is cut at the same moment, three times",
                        Duration.ofSeconds(5),
                        ClientFaults::drop),
                Nemesis.of(
                        "clients-half-open",
                        "half of the clients' connections lose all packets both ways, without a reset, until the service has"
                                + " dropped them",
                        Duration.ofSeconds(15),
                        ClientFaults::loseHalf,
                        SPARES_OTHERS),
                Nemesis.of(
                        "clients-stop-reading",
                        "half of the clients read nothing that they are sent, in a group that writes a lot, until the"
                                + " service has ended one",
                        Duration.ofSeconds(20),
                        ClientFaults::stopReading,
                        FLOODS));
    }

    private static void drop(Cluster cluster) {
        for (var i = 0; i < 3; i++) {
            cluster.doors().forEach(CuttableProxy::hangUp);
            Moment.seconds(4);
        }
    }

    private static void loseHalf(Cluster cluster) {
        var open = sum(OPEN, cluster);
        var silent = sum(SILENT, cluster);
        struck(cluster).fallSilent();
        await().atMost(TO_BE_DROPPED).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            assertThat(sum(SILENT, cluster) - silent)
                    .as("connections that were ended for being silent")
                    .isGreaterThanOrEqualTo(open / 2);
            assertThat(sum(OPEN, cluster)).as("connections, of " + open).isLessThanOrEqualTo(open / 2);
        });
        struck(cluster).mend();
    }

    private static void stopReading(Cluster cluster) {
        var slow = sum(SLOW, cluster);
        struck(cluster).stopReading();
        await().atMost(TO_BE_TOO_SLOW)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(sum(SLOW, cluster) - slow)
                        .as("connections that were ended for being slow")
                        .isPositive());
        struck(cluster).mend();
    }

    /** The network of those to whom it happens; the others are in another. */
    private static CuttableProxy struck(Cluster cluster) {
        return cluster.doors().get(Nemesis.STRUCK_DOOR);
    }

    private static long sum(Metric metric, Cluster cluster) {
        return metric.sum(cluster.replicas(ServiceKind.CHAT));
    }
}
