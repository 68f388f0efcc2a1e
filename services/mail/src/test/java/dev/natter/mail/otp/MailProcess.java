package dev.natter.mail.otp;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, as it runs in production: with an environment, signals and output. */
final class MailProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final String NATIVE = System.getProperty("natter.mail.native", "");

    private final Process process;
    private final Path output;
    private final int port;

    private MailProcess(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Begins to start it, with nothing in its environment but this. */
    static MailProcess begin(Map<String, String> environment) {
        try {
            var output = Files.createTempFile("natter-mail", ".log");
            var port = freePort();
            var builder =
                    new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            builder.environment().put("NATTER_HTTP_HOST", "127.0.0.1");
            builder.environment().put("NATTER_HTTP_PORT", String.valueOf(port));
            return new MailProcess(builder.start(), output, port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts it and returns when it is ready. */
    static MailProcess start(Map<String, String> environment) {
        var process = begin(environment);
        process.awaitHealth("ready", 200);
        return process;
    }

    private static List<String> command() {
        if (!NATIVE.isEmpty()) {
            return List.of(NATIVE);
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ArrayList<>(List.of(java.toString(), "-Xmx96m", "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
    }

    void awaitHealth(String which, int status) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> RestAssured.get("http://127.0.0.1:%d/q/health/%s".formatted(port, which))
                        .then()
                        .statusCode(status));
    }

    String get(String path) {
        return RestAssured.get("http://127.0.0.1:%d%s".formatted(port, path))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly();
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Its exit status, once it has ended, which it is given so many seconds for. */
    int exitStatus(int seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("does not end; it says:\n" + String.join("\n", output()));
        }
        return process.exitValue();
    }

    List<String> output() {
        try {
            return Files.readAllLines(output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws InterruptedException, IOException {
        process.destroyForcibly().waitFor();
        Files.deleteIfExists(output);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
