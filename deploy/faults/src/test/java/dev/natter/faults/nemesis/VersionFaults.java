package dev.natter.faults.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.faults.cluster.Cluster;
import dev.natter.faults.cluster.Replica;
import dev.natter.local.stack.service.ServiceKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an upgrade is: two versions of every service side by side, on the same servers and for the same people. Only where
 * {@code natter.faults.previous} names the packaged sources of another version.
 */
final class VersionFaults {

    private VersionFaults() {}

    static List<Nemesis> all() {
        var previous = System.getProperty("natter.faults.previous", "");
        return previous.isBlank()
                ? List.of()
                : List.of(Nemesis.of(
                        "versions-differ",
                        "one replica of each service is of an earlier version for 20 s, then the other one, then none",
                        Duration.ofSeconds(10),
                        cluster -> mix(cluster, Path.of(previous))));
    }

    private static void mix(Cluster cluster, Path previous) {
        for (var replica : List.of(0, 1)) {
            each(cluster, replica, it -> it.startBuildOf(previous));
            Moment.seconds(20);
            each(cluster, replica, Replica::start);
        }
    }

    private static void each(Cluster cluster, int replica, Consumer<Replica> start) {
        Arrays.stream(ServiceKind.values())
                .map(kind -> cluster.replica(kind, replica))
                .forEach(it -> {
                    assertThat(it.terminate()).as("exit status of " + it.kind()).isZero();
                    start.accept(it);
                    it.awaitReady();
                });
    }
}
