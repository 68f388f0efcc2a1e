package dev.natter.faults.cluster;

import static org.awaitility.Awaitility.await;

import dev.natter.local.process.Tether;
import dev.natter.local.servers.ServerKind;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How each backing server is started: the embedded one, or the real one from the distribution's packages. */
final class Servers {

    private static final Duration TO_START = Duration.ofSeconds(90);

    private final Path root;
    private final Path work;
    private final String password = UUID.randomUUID().toString();

    Servers(Path root, Path work) {
        this.root = root;
        this.work = work;
    }

    /** @param keeps whether its data outlives it */
    Server embedded(ServerKind kind, boolean keeps) {
        return new Server(kind, () -> {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-jar",
                    root.resolve("deploy/local/servers/target/natter-local-servers.jar")
                            .toString(),
                    "--only",
                    kind.label()));
            if (keeps) {
                command.addAll(List.of("--data", work.resolve(kind.label()).toString()));
            }
            // Ends with us: its standard input closes.
            var builder = new ProcessBuilder(command);
            builder.environment().put("NATTER_SERVERS_RABBITMQ_PASSWORD", password);
            var program = Program.start(builder, log(kind.label()));
            return new Server.Started(
                    program, URI.create(new JsonObject(program.firstLine(TO_START)).getString(kind.label())));
        });
    }

    /** Empty at each start. */
    Server realRedis() {
        var port = Ports.free();
        return new Server(ServerKind.REDIS, () -> {
            var program = tethered(
                    "redis",
                    List.of(
                            "redis-server",
                            "--bind",
                            "127.0.0.1",
                            "--port",
                            Integer.toString(port),
                            "--save",
                            "",
                            "--appendonly",
                            "no"));
            return listening(program, port, "redis://127.0.0.1:" + port);
        });
    }

    Server realRabbitMq() {
        return realRabbitMq(work.resolve("rabbitmq"));
    }

    /** @param data where it keeps what it has; there again at its next start */
    Server realRabbitMq(Path data) {
        var port = Ports.free();
        return new Server(ServerKind.RABBITMQ, () -> {
            var program = tethered(
                    "rabbitmq",
                    List.of(
                            root.resolve("deploy/real-servers").toString(),
                            "rabbitmq",
                            data.toString(),
                            Integer.toString(port),
                            password));
            return listening(program, port, "amqp://natter:" + password + "@127.0.0.1:" + port + "/");
        });
    }

    /** The URL of a real broker with the narrow account of {@code whose} in place of the administrator's. */
    static URI accountOf(String whose, URI broker) {
        return URI.create(broker.toString().replaceFirst("natter:", "natter-" + whose + ":"));
    }

    private Program tethered(String name, List<String> command) {
        return Program.start(Tether.builder(command, Duration.ofSeconds(10)).redirectOutput(log(name)), log(name));
    }

    private static Server.Started listening(Program program, int port, String url) {
        await().atMost(TO_START).ignoreExceptions().until(() -> program.isAlive() && accepts(port));
        return new Server.Started(program, URI.create(url));
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private java.io.File log(String name) {
        return work.resolve(name + ".log").toFile();
    }
}
