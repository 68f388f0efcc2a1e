package dev.natter.load.stack;

import dev.natter.load.measure.BoundedWait;
import dev.natter.load.measure.Proc;
import dev.natter.load.measure.ProcessUsage;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts a service as one that runs here was started, on another port, and ends it again. */
public final class SecondReplica {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    /** Within which a service promises to be gone. */
    private static final Duration STOP = Duration.ofSeconds(20);

    private static final String PORT = "NATTER_HTTP_PORT";

    private final HttpClient client;
    private final Path running;

    /**
     * What a start took.
     *
     * @param firstAnswerMillis until it said that it lives
     * @param readyMillis until it said that it can do its work
     * @param reading of the process, then
     */
    public record Start(double firstAnswerMillis, double readyMillis, ProcessUsage reading) {}

    /** @param pid of the one that runs */
    public SecondReplica(Vertx vertx, long pid) {
        this.client = vertx.createHttpClient();
        this.running = Path.of("/proc", Long.toString(pid));
    }

    /** The executable that a native build leaves, if there is one. */
    public static Optional<Path> executable(Path target) {
        try (var files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-runner") && Files.isExecutable(file))
                    .findFirst();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Starts the same program. */
    public Start start() {
        return start(strings("cmdline"));
    }

    /** Starts another program in its environment. */
    public Start start(Path executable) {
        return start(List.of(executable.toString()));
    }

    private Start start(List<String> command) {
        try {
            var port = freePort();
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            for (var variable : strings("environ")) {
                var parts = variable.split("=", 2);
                builder.environment().put(parts[0], parts[1]);
            }
            builder.environment().put(PORT, Integer.toString(port));
            return observe(builder.start(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Start observe(Process process, int port) {
        var begin = System.nanoTime();
        try {
            var lives = BoundedWait.until(() -> answers(port, "/q/health/live"), TIMEOUT);
            var firstAnswer = (System.nanoTime() - begin) / 1e6;
            if (!lives || !BoundedWait.until(() -> answers(port, "/q/health/ready"), TIMEOUT)) {
                throw new IllegalStateException("a service does not start a second time");
            }
            return new Start(firstAnswer, (System.nanoTime() - begin) / 1e6, Proc.read(process.pid()));
        } finally {
            process.destroy();
            process.onExit()
                    .completeOnTimeout(process, STOP.toSeconds(), TimeUnit.SECONDS)
                    .join()
                    .destroyForcibly();
        }
    }

    private boolean answers(int port, String path) {
        try {
            return BoundedWait.on(
                    client.request(HttpMethod.GET, port, "127.0.0.1", path)
                            .compose(HttpClientRequest::send)
                            .map(HttpClientResponse::statusCode)
                            .map(status -> status == 200)
                            .otherwise(false),
                    TIMEOUT);
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    private List<String> strings(String file) {
        try {
            var strings = new ArrayList<>(
                    List.of(Files.readString(running.resolve(file)).split("\0", -1)));
            strings.removeIf(String::isEmpty);
            return strings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
