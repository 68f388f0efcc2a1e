package dev.natter.faults.cluster;

import dev.natter.local.servers.ServerKind;
import dev.natter.local.stack.gateway.Gateway;
import dev.natter.local.stack.http.Listener;
import dev.natter.local.stack.secret.SecretStore;
import dev.natter.local.stack.secret.Secrets;
import dev.natter.local.stack.service.Environment;
import dev.natter.local.stack.service.RabbitAddress;
import dev.natter.local.stack.service.ServiceKind;
import dev.natter.testing.smtp.ScriptedSmtp;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All of Natter: two replicas of each service behind the gateway of the local stack, each with links of its own to servers
 * that are processes of their own. A killed process stays dead until the test starts it.
 */
public final class Cluster implements AutoCloseable {

    private static final int REPLICAS = 2;

    private final Path root;
    private final Path work;
    private final Vertx vertx;
    private final Map<String, String> settings;
    private final Map<ServerKind, Server> servers = new EnumMap<>(ServerKind.class);
    private final Map<ServiceKind, List<Replica>> replicas = new EnumMap<>(ServiceKind.class);
    private final ScriptedSmtp smtp = ScriptedSmtp.start();
    private final Secrets secrets;
    private final Listener listener;
    private final List<CuttableProxy> doors;
    private final boolean real;

    private Cluster(Path root, Path work, Vertx vertx, boolean real, Map<String, String> settings) {
        this.root = root;
        this.work = work;
        this.vertx = vertx;
        this.real = real;
        this.settings = settings;
        this.secrets = new SecretStore(work.resolve("secrets.json")).load();
        this.listener = Listener.bind(vertx, 0, "none");
        this.doors = List.of(new CuttableProxy(vertx), new CuttableProxy(vertx));
        this.doors.forEach(door -> door.leadTo(URI.create(origin())));
    }

    /**
     * Starts everything and returns when all is ready.
     *
     * @param real whether RabbitMQ and Redis are the real ones
     * @param settings environment variables of all services, on top of the usual ones
     */
    public static Cluster start(Vertx vertx, boolean real, Map<String, String> settings) {
        try {
            var root = sources();
            var work = root.resolve("deploy/faults/target/faults");
            Files.createDirectories(work);
            var cluster = new Cluster(root, Files.createTempDirectory(work, "run"), vertx, real, settings);
            try {
                cluster.startServers();
                cluster.startReplicas();
            } catch (RuntimeException failure) {
                cluster.close();
                throw failure;
            }
            return cluster;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void startServers() {
        var make = new Servers(root, work);
        List.of(ServerKind.MONGODB, ServerKind.S3).parallelStream()
                .map(kind -> make.embedded(kind, true))
                .toList()
                .forEach(server -> servers.put(server.kind(), server));
        servers.put(ServerKind.REDIS, real ? make.realRedis() : make.embedded(ServerKind.REDIS, false));
        servers.put(ServerKind.RABBITMQ, real ? make.realRabbitMq() : make.embedded(ServerKind.RABBITMQ, true));
    }

    private void startReplicas() {
        var addresses = new EnumMap<ServiceKind, List<URI>>(ServiceKind.class);
        for (var kind : ServiceKind.values()) {
            var urls = new ArrayList<URI>();
            for (var i = 0; i < REPLICAS; i++) {
                urls.add(URI.create("http://127.0.0.1:" + Ports.free()));
            }
            addresses.put(kind, urls);
        }
        addresses.forEach((kind, urls) -> {
            var own = new ArrayList<Replica>();
            for (var i = 0; i < REPLICAS; i++) {
                own.add(replica(
                        kind, i, urls.get(i), addresses.get(ServiceKind.USER).get(i)));
            }
            replicas.put(kind, own);
        });
        listener.serve(new Gateway(
                vertx,
                new Gateway.Backends(addresses.get(ServiceKind.USER), addresses.get(ServiceKind.CHAT), work, null)));
        replicas().forEach(Replica::start);
        replicas().forEach(Replica::awaitReady);
    }

    private Replica replica(ServiceKind kind, int number, URI url, URI user) {
        var links = new EnumMap<ServerKind, CuttableProxy>(ServerKind.class);
        var found = new EnumMap<ServerKind, URI>(ServerKind.class);
        servers.forEach((server, running) -> {
            var link = new CuttableProxy(vertx);
            running.reachedBy(link);
            links.put(server, link);
            found.put(server, link.through(running.url()));
        });
        var wiring = new Environment.Wiring(
                URI.create(origin()),
                user,
                found.get(ServerKind.MONGODB),
                found.get(ServerKind.REDIS),
                RabbitAddress.of(account(kind, found.get(ServerKind.RABBITMQ))),
                URI.create("smtp://127.0.0.1:" + smtp.port()),
                found.get(ServerKind.S3));
        var name = kind.label() + "-" + (number + 1);
        var environment = new HashMap<>(settings);
        environment.putAll(new Environment(settings, secrets, wiring).of(kind, url));
        return new Replica(
                kind, url, environment, links, work.resolve(name + ".log").toFile(), Replica.jarOf(kind, root));
    }

    /** Real ones know each service by an account of its own; embedded ones know a single account. */
    private URI account(ServiceKind kind, URI broker) {
        return real ? Servers.accountOf(kind.label(), broker) : broker;
    }

    /** Where people find Natter. */
    public String origin() {
        return "http://localhost:" + listener.port();
    }

    /** The networks between people's devices and Natter, half of the devices in each. */
    public List<CuttableProxy> doors() {
        return doors;
    }

    /** Where the devices in one of these networks find Natter. */
    public String originThrough(int door) {
        return doors.get(door).through(URI.create(origin())).toString();
    }

    /** Whether RabbitMQ and Redis are the real ones. */
    public boolean isReal() {
        return real;
    }

    public Server server(ServerKind kind) {
        return servers.get(kind);
    }

    public Replica replica(ServiceKind kind, int number) {
        return replicas.get(kind).get(number);
    }

    public List<Replica> replicas(ServiceKind kind) {
        return replicas.get(kind);
    }

    public List<Replica> replicas() {
        return replicas.values().stream().flatMap(List::stream).toList();
    }

    /** Accepts all mail, unless a fault scripts it. */
    public ScriptedSmtp smtp() {
        return smtp;
    }

    /** Where all of Natter's sources are. */
    public Path root() {
        return root;
    }

    /** All is as it was at the start, whatever has been broken; returns when it is. */
    public void mend() {
        doors.forEach(CuttableProxy::mend);
        servers.values().forEach(Server::mend);
        smtp.asUsual();
        smtp.hangUp();
        replicas().forEach(Replica::mend);
        replicas().forEach(Replica::awaitReady);
    }

    /** A folder for what belongs to this run. */
    public Path work() {
        return work;
    }

    static Path sources() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("services"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    @Override
    public void close() {
        replicas().stream().filter(Replica::isAlive).forEach(Replica::kill);
        servers.values().forEach(Server::close);
        listener.close();
        try {
            smtp.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
