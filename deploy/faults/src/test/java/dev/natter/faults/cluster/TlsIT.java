package dev.natter.faults.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.natter.local.servers.ServerKind;
import dev.natter.local.stack.secret.SecretStore;
import dev.natter.local.stack.service.Environment;
import dev.natter.local.stack.service.RabbitAddress;
import dev.natter.local.stack.service.ServiceKind;
import dev.natter.testing.TestCertificate;
import dev.natter.testing.TlsProxy;
import dev.natter.testing.TrustStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With TLS user and chat talk to the servers that were named, and to no other; mail has a test of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("tls")
class TlsIT {

    private static final List<ServiceKind> SERVICES = List.of(ServiceKind.USER, ServiceKind.CHAT);
    /** As often as it takes to know that it goes on refusing. */
    private static final int TIMES = 3;

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Map<ServerKind, Server> servers = new EnumMap<>(ServerKind.class);
    private final Map<ServiceKind, Map<ServerKind, TlsProxy>> doors = new EnumMap<>(ServiceKind.class);
    private final Map<ServiceKind, Replica> replicas = new EnumMap<>(ServiceKind.class);
    private TestCertificate named;
    private TestCertificate anothers;
    private TestCertificate unknown;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        named = certificate(folder, "named", "ip:127.0.0.1");
        anothers = certificate(folder, "anothers", "dns:elsewhere.example");
        unknown = certificate(folder, "unknown", "ip:127.0.0.1");
        var work = Files.createDirectories(Cluster.sources().resolve("deploy/faults/target/faults"));
        var make = new Servers(Cluster.sources(), work);
        List.of(ServerKind.MONGODB, ServerKind.REDIS, ServerKind.RABBITMQ, ServerKind.S3)
                .forEach(kind -> servers.put(kind, make.embedded(kind, false)));
        var secrets = new SecretStore(folder.resolve("secrets.json")).load();
        var urls = Map.of(ServiceKind.USER, free(), ServiceKind.CHAT, free());
        for (var kind : SERVICES) {
            doors.put(kind, new EnumMap<>(ServerKind.class));
            servers.forEach((server, running) -> doors.get(kind).put(server, new TlsProxy(running.url(), named)));
            var environment =
                    new HashMap<>(new Environment(Map.of(), secrets, wiring(kind, urls)).of(kind, urls.get(kind)));
            environment.put(
                    "JAVA_TOOL_OPTIONS",
                    "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
                            .formatted(TrustStore.of(named, anothers), TrustStore.PASSWORD));
            replicas.put(kind, replica(kind, urls.get(kind), environment, work));
        }
        replicas.values().forEach(Replica::start);
        replicas.values().forEach(Replica::awaitReady);
    }

    @AfterAll
    void stop() {
        replicas.values().stream().filter(Replica::isAlive).forEach(Replica::kill);
        doors.values().forEach(each -> each.values().forEach(TlsProxy::close));
        servers.values().forEach(Server::close);
    }

    private static TestCertificate certificate(Path folder, String name, String host) throws IOException {
        return TestCertificate.make(Files.createDirectory(folder.resolve(name)), host);
    }

    private static URI free() {
        return URI.create("http://127.0.0.1:" + Ports.free());
    }

    private Environment.Wiring wiring(ServiceKind kind, Map<ServiceKind, URI> urls) {
        return new Environment.Wiring(
                URI.create("http://localhost"),
                urls.get(ServiceKind.USER),
                URI.create("mongodb://127.0.0.1:%d/?tls=true".formatted(port(kind, ServerKind.MONGODB))),
                URI.create("rediss://127.0.0.1:" + port(kind, ServerKind.REDIS)),
                RabbitAddress.of(URI.create("amqps://%s@127.0.0.1:%d/"
                        .formatted(
                                servers.get(ServerKind.RABBITMQ).url().getRawUserInfo(),
                                port(kind, ServerKind.RABBITMQ)))),
                URI.create("smtp://127.0.0.1:1"),
                servers.get(ServerKind.S3).url());
    }

    private int port(ServiceKind kind, ServerKind server) {
        return doors.get(kind).get(server).port();
    }

    private static Replica replica(ServiceKind kind, URI url, Map<String, String> environment, Path work) {
        return new Replica(
                kind,
                url,
                environment,
                Map.of(),
                work.resolve("tls-" + kind.label() + ".log").toFile(),
                Replica.jarOf(kind, Cluster.sources()));
    }

    @ParameterizedTest
    @EnumSource(names = {"MONGODB", "REDIS", "RABBITMQ"})
    void onlyTheNamedServerWithATrustedCertificateIsAccepted(ServerKind server) {
        for (var wrong : List.of(anothers, unknown)) {
            SERVICES.forEach(kind -> doors.get(kind).get(server).change(wrong));
            SERVICES.forEach(kind -> awaitRefusals(kind, server));

            SERVICES.forEach(kind -> doors.get(kind).get(server).change(named));
            SERVICES.forEach(kind -> replicas.get(kind).awaitReady());
        }
    }

    private void awaitRefusals(ServiceKind kind, ServerKind server) {
        var door = doors.get(kind).get(server);
        var before = door.refused();
        await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
            assertThat(replicas.get(kind).status("/q/health/ready")).isEqualTo(503);
            assertThat(door.refused()).isGreaterThanOrEqualTo(before + TIMES);
        });
    }
}
