package dev.natter.faults.nemesis;

import static dev.natter.faults.nemesis.Nemesis.Trait.QUICK;

import dev.natter.faults.cluster.Cluster;
import dev.natter.faults.cluster.CuttableProxy;
import dev.natter.faults.cluster.Server;
import dev.natter.local.servers.ServerKind;
import dev.natter.local.stack.service.ServiceKind;
import java.time.Duration;
import java.util.List;

/** RabbitMQ, and the network before it. */
final class BrokerFaults {

    private BrokerFaults() {}

    static List<Nemesis> all() {
        return List.of(
                Nemesis.of(
                        "broker-connections-closed",
                        "every connection to RabbitMQ is closed, three times",
                        Duration.ofSeconds(10),
                        BrokerFaults::hangUp,
                        QUICK),
                Nemesis.of(
                        "broker-restarted",
                        "RabbitMQ is stopped, and started after 10 s",
                        Duration.ofSeconds(15),
                        cluster -> restart(broker(cluster))),
                Nemesis.of(
                        "broker-killed",
                        "kill -9 of RabbitMQ, started again after 5 s",
                        Duration.ofSeconds(15),
                        cluster -> kill(broker(cluster))),
                Nemesis.of(
                        "broker-paused",
                        "RabbitMQ is stopped in its tracks (SIGSTOP) for 30 s",
                        Duration.ofSeconds(20),
                        cluster -> pause(broker(cluster))),
                Nemesis.of(
                        "broker-cut-off",
                        "the network between one chat replica and RabbitMQ is cut for 20 s",
                        Duration.ofSeconds(15),
                        BrokerFaults::cut),
                Nemesis.of(
                        "broker-unheard",
                        "packets between one chat replica and RabbitMQ are lost for 40 s, without a reset",
                        Duration.ofSeconds(20),
                        BrokerFaults::lose));
    }

    private static Server broker(Cluster cluster) {
        return cluster.server(ServerKind.RABBITMQ);
    }

    private static void hangUp(Cluster cluster) {
        for (var i = 0; i < 3; i++) {
            broker(cluster).links().forEach(CuttableProxy::hangUp);
            Moment.seconds(2);
        }
    }

    private static void restart(Server broker) {
        broker.stop();
        Moment.seconds(10);
        broker.startAgain();
    }

    private static void kill(Server broker) {
        broker.kill();
        Moment.seconds(5);
        broker.startAgain();
    }

    private static void pause(Server broker) {
        broker.pause();
        Moment.seconds(30);
        broker.goOn();
    }

    private static void cut(Cluster cluster) {
        var link = cluster.replica(ServiceKind.CHAT, 0).to(ServerKind.RABBITMQ);
        link.cut();
        Moment.seconds(20);
        link.mend();
    }

    private static void lose(Cluster cluster) {
        var link = cluster.replica(ServiceKind.CHAT, 1).to(ServerKind.RABBITMQ);
        link.fallSilent();
        Moment.seconds(40);
        link.mend();
    }
}
