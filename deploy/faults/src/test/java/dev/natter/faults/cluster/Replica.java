package dev.natter.faults.cluster;

import static org.awaitility.Awaitility.await;

import dev.natter.local.process.Tether;
import dev.natter.local.servers.ServerKind;
import dev.natter.local.stack.service.ServiceKind;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One process of a service, at an address that stays the same over its starts. */
public final class Replica {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final Duration TO_START = Duration.ofSeconds(60);
    /** What the contract grants between SIGTERM and the end. */
    private static final Duration TO_STOP = Duration.ofSeconds(20);

    private final ServiceKind kind;
    private final URI url;
    private final Map<String, String> environment;
    private final Map<ServerKind, CuttableProxy> links;
    private final File log;
    private final Path jar;
    private Program program;
    private boolean odd;

    Replica(
            ServiceKind kind,
            URI url,
            Map<String, String> environment,
            Map<ServerKind, CuttableProxy> links,
            File log,
            Path jar) {
        this.kind = kind;
        this.url = url;
        this.environment = environment;
        this.links = links;
        this.log = log;
        this.jar = jar;
    }

    public ServiceKind kind() {
        return kind;
    }

    public URI url() {
        return url;
    }

    /** Its way to that server. */
    public CuttableProxy to(ServerKind server) {
        return links.get(server);
    }

    /** Begins to start it. */
    public void start() {
        start(Map.of());
    }

    /** The same with more in its environment. */
    public void start(Map<String, String> more) {
        start(more, jar);
        odd = !more.isEmpty();
    }

    /**
     * Begins to start another build of the same service in its place.
     *
     * @param sources where all of that build's sources are, packaged
     */
    public void startBuildOf(Path sources) {
        start(Map.of(), jarOf(kind, sources));
        odd = true;
    }

    /** Where a service's program lies once it is packaged. */
    static Path jarOf(ServiceKind kind, Path sources) {
        return sources.resolve("services/" + kind.label() + "/target/quarkus-app/quarkus-run.jar");
    }

    private void start(Map<String, String> more, Path program) {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms24m",
                "-Xmx128m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                program.toString());
        var builder = Tether.builder(command, TO_STOP).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        var all = new HashMap<>(environment);
        all.putAll(more);
        builder.environment().putAll(all);
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        this.program = Program.start(builder, log);
    }

    /** SIGKILL. */
    public void kill() {
        program.kill();
    }

    /** SIGTERM; the status it ends with, within the time that the contract grants. */
    public int terminate() {
        return program.terminate(TO_STOP);
    }

    /** Runs as it does usually, whatever has been done to it. */
    void mend() {
        if (isAlive() && odd) {
            kill();
        }
        if (!isAlive()) {
            start();
        }
    }

    /** Returns when it can do its work. */
    public void awaitReady() {
        await().atMost(TO_START).pollInterval(Duration.ofMillis(100)).until(this::isReady);
    }

    public boolean isReady() {
        return status("/q/health/ready") == 200;
    }

    public boolean isAlive() {
        return program != null && program.isAlive();
    }

    /** What it answers there, 0 for nothing. */
    public int status(String path) {
        try {
            return CLIENT.send(request(path), BodyHandlers.discarding()).statusCode();
        } catch (IOException nothing) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** The text that lies there. */
    public String text(String path) {
        try {
            return CLIENT.send(request(path), BodyHandlers.ofString()).body();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofSeconds(5))
                .build();
    }
}
