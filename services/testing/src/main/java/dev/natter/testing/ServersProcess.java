package dev.natter.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The embedded backing servers in a JVM of their own, because their libraries and Quarkus' must not meet on one class
 * path. They end with this JVM: their standard input closes.
 */
final class ServersProcess implements AutoCloseable {

    private static final String JAR = "deploy/local/servers/target/natter-local-servers.jar";
    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final JsonNode addresses;

    private ServersProcess(Process process, JsonNode addresses) {
        this.process = process;
        this.addresses = addresses;
    }

    /** Starts the servers named (mongodb, redis, rabbitmq, smtp, s3) and returns when all are ready. */
    static ServersProcess start(List<String> names) {
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-jar",
                            jar().toString(),
                            "--only",
                            String.join(",", names))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var line = new BufferedReader(process.inputReader(StandardCharsets.UTF_8)).readLine();
            if (line == null) {
                throw new IllegalStateException("the embedded servers ended at their start");
            }
            return new ServersProcess(process, new ObjectMapper().readTree(line));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path jar() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var jar = folder.resolve(JAR);
            if (Files.exists(jar)) {
                return jar;
            }
        }
        throw new IllegalStateException("build " + JAR + " first");
    }

    /** The URL of one of the servers that were asked for. */
    String url(String name) {
        return addresses.required(name).asText();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException failure) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
