package dev.natter.faults.nemesis;

import static dev.natter.faults.nemesis.Nemesis.Trait.BREAKS_ORDER;
import static dev.natter.faults.nemesis.Nemesis.Trait.QUICK;

import dev.natter.faults.cluster.Cluster;
import dev.natter.faults.cluster.CuttableProxy;
import dev.natter.faults.cluster.Server;
import dev.natter.local.servers.ServerKind;
import dev.natter.local.stack.service.ServiceKind;
import java.time.Duration;
import java.util.List;

/** Redis, MongoDB and the image store. */
final class StoreFaults {

    private static final String BROKEN =
            "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private static final String FORBIDDEN = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private StoreFaults() {}

    static List<Nemesis> all() {
        return List.of(
                Nemesis.of(
                        "redis-emptied",
                        "kill -9 of Redis, started again after 5 s with nothing in it",
                        Duration.ofSeconds(10),
                        cluster -> kill(cluster.server(ServerKind.REDIS)),
                        QUICK),
                Nemesis.of(
                        "redis-paused",
                        "Redis is paused (SIGSTOP) for 30 s",
                        Duration.ofSeconds(10),
                        StoreFaults::pauseRedis),
                Nemesis.of(
                        "mongodb-restarted",
                        "MongoDB is stopped, and started after 10 s",
                        Duration.ofSeconds(15),
                        cluster -> restart(cluster.server(ServerKind.MONGODB)),
                        BREAKS_ORDER),
                Nemesis.of(
                        "mongodb-cut-off",
                        "the network between one chat replica and MongoDB is cut, five times for 2 s",
                        Duration.ofSeconds(10),
                        StoreFaults::cutMongo,
                        BREAKS_ORDER),
                Nemesis.of(
                        "s3-refuses",
                        "the image store takes no connection for 10 s",
                        Duration.ofSeconds(5),
                        cluster -> each(cluster, CuttableProxy::cut)),
                Nemesis.of(
                        "s3-fails",
                        "the image store answers 500 for 10 s",
                        Duration.ofSeconds(5),
                        cluster -> each(cluster, link -> link.answer(BROKEN))),
                Nemesis.of(
                        "s3-forbids",
                        "the image store answers 403 for 10 s",
                        Duration.ofSeconds(5),
                        cluster -> each(cluster, link -> link.answer(FORBIDDEN))),
                Nemesis.of(
                        "s3-slow",
                        "the image store takes 2 s longer for everything it hears and says, for 10 s",
                        Duration.ofSeconds(5),
                        cluster -> each(cluster, link -> link.slowDown(Duration.ofSeconds(2)))),
                Nemesis.of(
                        "s3-hangs",
                        "the image store does not answer for 10 s",
                        Duration.ofSeconds(5),
                        cluster -> each(cluster, CuttableProxy::fallSilent)));
    }

    private static void kill(Server redis) {
        redis.kill();
        Moment.seconds(5);
        redis.startAgain();
    }

    private static void pauseRedis(Cluster cluster) {
        cluster.server(ServerKind.REDIS).pause();
        Moment.seconds(30);
        cluster.server(ServerKind.REDIS).goOn();
    }

    private static void restart(Server mongo) {
        mongo.stop();
        Moment.seconds(10);
        mongo.startAgain();
    }

    private static void cutMongo(Cluster cluster) {
        var link = cluster.replica(ServiceKind.CHAT, 0).to(ServerKind.MONGODB);
        for (var i = 0; i < 5; i++) {
            link.cut();
            Moment.seconds(2);
            link.mend();
            Moment.seconds(1);
        }
    }

    private static void each(Cluster cluster, java.util.function.Consumer<CuttableProxy> fault) {
        var links = cluster.server(ServerKind.S3).links();
        links.forEach(fault);
        Moment.seconds(10);
        links.forEach(CuttableProxy::mend);
    }
}
