package dev.natter.load.stack;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * All of Natter on this machine, as {@code deploy/up} starts it, on free ports and with a data directory of its own that
 * goes with it. Its limits for one network are raised: everybody comes from this machine.
 */
public final class OwnStack implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final String NO_LIMIT = "1000000";
    /** One machine asks for all, and a few people write what many would. */
    private static final List<String> UNLIMITED = List.of(
            "NATTER_OTP_NETWORK_HOURLY_LIMIT",
            "NATTER_OTP_NETWORK_DAILY_LIMIT",
            "NATTER_CONVERSATION_STARTS_PER_HOUR",
            "NATTER_MESSAGE_POSTS_PER_MINUTE");
    /** Room for the backing servers, which stand for five machines, and the compiler they would have there. */
    private static final List<String> JAVA_OPTIONS = List.of("-Xms256m", "-Xmx2g", "-XX:+UseParallelGC");

    private final Process process;
    private final Path data;
    private final Path readyFile;

    private OwnStack(Process process, Path data, Path readyFile) {
        this.process = process;
        this.data = data;
        this.readyFile = readyFile;
    }

    /** Starts it; returns when everything is ready. */
    public static OwnStack start(StackOptions options) {
        try {
            var data = Files.createTempDirectory("natter-load");
            var stack = new OwnStack(launch(options, data), data, data.resolve("ready.json"));
            // Interrupting this stops the stack, too.
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            stack.awaitReady();
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(StackOptions options, Path data) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA_OPTIONS);
        command.addAll(List.of(
                "-jar",
                options.root()
                        .resolve("deploy/local/stack/target/natter-local-stack.jar")
                        .toString()));
        if (options.nativeWanted()) {
            command.add("--native");
        }
        var builder = new ProcessBuilder(command)
                .directory(options.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("launcher.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "NATTER_DATA",
                        data.toString(),
                        "NATTER_PORT",
                        "0",
                        "NATTER_INBOX_PORT",
                        "0",
                        "NATTER_CHAT_REPLICAS",
                        Integer.toString(options.replicas()),
                        "NATTER_READY_FILE",
                        data.resolve("ready.json").toString(),
                        "NATTER_JAVA_OPTIONS",
                        options.javaOptions()));
        UNLIMITED.forEach(limit -> builder.environment().put(limit, NO_LIMIT));
        return builder.start();
    }

    private void awaitReady() throws IOException {
        try {
            var deadline = System.nanoTime() + START.toNanos();
            while (!Files.exists(readyFile)) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                    var said = Files.readString(data.resolve("launcher.log"));
                    close();
                    throw new IllegalStateException("the stack does not start:\n" + said);
                }
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What runs, as of now: replaced processes have other ids. */
    public Target target() {
        var ready = read(readyFile);
        var servers = new LinkedHashMap<String, URI>();
        ready.getJsonObject("servers")
                .forEach(each -> servers.put(each.getKey(), URI.create((String) each.getValue())));
        return new Target(
                URI.create(ready.getString("app")),
                ready.getJsonArray("chat").stream()
                        .map(address -> URI.create((String) address))
                        .toList(),
                Optional.of(URI.create(ready.getString("inbox"))),
                Optional.of(read(data.resolve("secrets.json")).getJsonObject("signingKeys")),
                servers,
                pids(ready.getJsonObject("pids")));
    }

    private Map<String, Long> pids(JsonObject ready) {
        var pids = new LinkedHashMap<String, Long>();
        for (var service : ready.fieldNames()) {
            var of = ready.getJsonArray(service);
            for (var at = 0; at < of.size(); at++) {
                pids.put(of.size() == 1 ? service : service + "-" + (at + 1), of.getLong(at));
            }
        }
        // Reported as one, by a common prefix of their names.
        pids.put("servers-launcher", process.pid());
        Stream.of("mongodb", "servers").forEach(name -> pids.put("servers-of-" + name, pids.remove(name)));
        process.descendants()
                .filter(child -> child.info().command().orElse("").contains("redis"))
                .findFirst()
                .ifPresent(redis -> pids.put("redis", redis.pid()));
        return pids;
    }

    private static JsonObject read(Path file) {
        try {
            return new JsonObject(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends everything and forgets what was in it; once is enough. */
    @Override
    public synchronized void close() {
        var children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                // A killed launcher does not stop its children.
                children.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            forget();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void forget() throws IOException {
        if (Files.exists(data)) {
            try (var files = Files.walk(data)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
