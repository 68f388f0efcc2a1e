package dev.natter.faults.nemesis;

import static dev.natter.faults.nemesis.Nemesis.Trait.CUTS_REQUESTS;
import static dev.natter.faults.nemesis.Nemesis.Trait.QUICK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.faults.cluster.Cluster;
import dev.natter.faults.cluster.Replica;
import dev.natter.local.stack.service.ServiceKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The services' own processes. */
final class ServiceFaults {

    private ServiceFaults() {}

    static List<Nemesis> all() {
        return List.of(
                Nemesis.of(
                        "chat-killed",
                        "kill -9 of one chat replica, started again after 5 s",
                        Duration.ofSeconds(10),
                        cluster -> kill(cluster.replica(ServiceKind.CHAT, 0)),
                        CUTS_REQUESTS,
                        QUICK),
                Nemesis.of(
                        "user-killed",
                        "kill -9 of one user replica, started again after 5 s",
                        Duration.ofSeconds(10),
                        cluster -> kill(cluster.replica(ServiceKind.USER, 1)),
                        CUTS_REQUESTS),
                Nemesis.of(
                        "mail-killed",
                        "kill -9 of one mail replica, started again after 5 s",
                        Duration.ofSeconds(10),
                        cluster -> kill(cluster.replica(ServiceKind.MAIL, 0))),
                Nemesis.of(
                        "all-killed",
                        "kill -9 of every replica at the same moment, all started again after 5 s",
                        Duration.ofSeconds(30),
                        ServiceFaults::killAll,
                        CUTS_REQUESTS),
                Nemesis.of(
                        "rolling-restart",
                        "SIGTERM to every replica in turn, the next one when the last is ready again",
                        Duration.ofSeconds(5),
                        ServiceFaults::roll),
                Nemesis.of(
                        "clocks-differ",
                        "one chat replica's clock is a minute ahead, one user replica's a minute behind",
                        Duration.ofSeconds(10),
                        ServiceFaults::clocksDiffer));
    }

    private static void kill(Replica replica) {
        replica.kill();
        Moment.seconds(5);
        replica.start();
        replica.awaitReady();
    }

    private static void killAll(Cluster cluster) {
        cluster.replicas().forEach(Replica::kill);
        Moment.seconds(5);
        cluster.replicas().forEach(Replica::start);
        cluster.replicas().forEach(Replica::awaitReady);
    }

    private static void roll(Cluster cluster) {
        cluster.replicas().forEach(replica -> restart(replica, Map.of()));
    }

    private static void restart(Replica replica, Map<String, String> more) {
        assertThat(replica.terminate()).as("exit status of " + replica.kind()).isZero();
        replica.start(more);
        replica.awaitReady();
    }

    private static void clocksDiffer(Cluster cluster) {
        var ahead = cluster.replica(ServiceKind.CHAT, 1);
        var behind = cluster.replica(ServiceKind.USER, 0);
        restart(ahead, Skew.by(60, cluster));
        restart(behind, Skew.by(-60, cluster));
        Moment.seconds(20);
        restart(ahead, Map.of());
        restart(behind, Map.of());
    }
}
