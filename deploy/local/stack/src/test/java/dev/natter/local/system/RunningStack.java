package dev.natter.local.system;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The whole of Natter as a newcomer starts it: the launcher as a process, on free ports and a data directory of its own,
 * with two replicas of chat. Runs on real servers when the environment names them.
 */
final class RunningStack implements AutoCloseable {

    private static final long START_SECONDS = 180;
    private static final long STOP_SECONDS = 60;
    static final Path ROOT = root();
    /** What the second compiler would win is less than what it costs. */
    private static final String SHORT_LIVED =
            "-Xms24m -Xmx128m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError";
    /** A machine that is busy with tests is no neighbour that is away. */
    private static final Map<String, String> PATIENT = Map.of(
            "NATTER_OTP_CONFIRM_TIMEOUT", "20s",
            "NATTER_PROFILE_TIMEOUT", "20s",
            "NATTER_REVOCATION_TIMEOUT", "10s",
            "NATTER_MONGODB_SELECTION_TIMEOUT", "20S",
            "NATTER_MONGODB_CONNECT_TIMEOUT", "20S",
            "NATTER_MONGODB_POOL_TIMEOUT", "20S",
            "NATTER_MONGODB_WRITE_TIMEOUT", "20S",
            "NATTER_MESSAGE_MAX_WAIT", "30s");

    private final Path data;
    private Process process;
    private JsonObject ready;

    private RunningStack(Path data, Process process, JsonObject ready) {
        this.data = data;
        this.process = process;
        this.ready = ready;
    }

    /** Starts everything on {@code data}, and on the real servers if any are named; returns when all is ready. */
    static RunningStack start(Path data) {
        return start(data, realServers());
    }

    /** The same on embedded servers only: beside another stack, with which it must not share a queue. */
    static RunningStack startAlone(Path data) {
        return startAlone(data, Map.of());
    }

    /** The same with more in its environment. */
    static RunningStack startAlone(Path data, Map<String, String> environment) {
        return start(data, environment);
    }

    private static RunningStack start(Path data, Map<String, String> servers) {
        try {
            var readyFile = Files.createTempFile("natter-ready", ".json");
            Files.delete(readyFile);
            var process = launch(data, readyFile, servers);
            return new RunningStack(data, process, await(process, readyFile));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Process launch(Path data, Path readyFile, Map<String, String> servers) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                ROOT.resolve("deploy/local/stack/target/natter-local-stack.jar").toString()));
        command.addAll(NativeExecutables.arguments(ROOT));
        var builder = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(data).toFile());
        builder.environment().put("NATTER_JAVA_OPTIONS", SHORT_LIVED);
        builder.environment().putAll(PATIENT);
        builder.environment().putAll(servers);
        builder.environment().putAll(environment(data, readyFile));
        return builder.start();
    }

    private static Path log(Path data) {
        return ROOT.resolve("deploy/local/stack/target/" + data.getFileName() + ".log");
    }

    /** What the launcher has said so far. */
    String output() {
        try {
            return Files.readString(log(data));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> environment(Path data, Path readyFile) {
        return Map.of(
                "NATTER_DATA", data.toString(),
                "NATTER_PORT", "0",
                "NATTER_INBOX_PORT", "0",
                "NATTER_CHAT_REPLICAS", "2",
                "NATTER_READY_FILE", readyFile.toString());
    }

    private static Map<String, String> realServers() {
        var servers = new HashMap<String, String>();
        for (var server : List.of("RABBITMQ", "REDIS")) {
            var url = System.getenv("NATTER_TEST_" + server + "_URL");
            if (url != null) {
                servers.put("NATTER_" + server + "_URL", url);
            }
        }
        return servers;
    }

    private static JsonObject await(Process process, Path readyFile) throws IOException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.exists(readyFile)) {
            try {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("the launcher ended; see its log in target");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("not ready in time; see its log in target");
            }
        }
        var ready = new JsonObject(Files.readString(readyFile));
        Files.delete(readyFile);
        return ready;
    }

    /** The public origin. */
    String app() {
        return ready.getString("app");
    }

    /** The mail inbox. */
    String inbox() {
        return ready.getString("inbox");
    }

    /** The address of one replica of chat, past the gateway. */
    String chat(int replica) {
        return ready.getJsonArray("chat").getString(replica);
    }

    /** The addresses of all replicas of a service, past the gateway. */
    List<String> addresses(String service) {
        return ready.getJsonArray(service).stream().map(String.class::cast).toList();
    }

    /** The process ids of the replicas of a service, those that were started again included. */
    List<Long> pids(String service) {
        try (var files = Files.list(data.resolve("run"))) {
            return files.filter(file -> file.getFileName().toString().matches(service + "(-\\d+)?\\.pid"))
                    .sorted()
                    .map(RunningStack::pid)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long pid(Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The launcher's own process id. */
    ProcessHandle launcher() {
        return process.toHandle();
    }

    Path data() {
        return data;
    }

    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("services"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Stops everything as Ctrl-C does and waits for its end. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the launcher did not stop");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
