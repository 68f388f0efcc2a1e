package dev.natter.local.stack.server;

import dev.natter.local.process.PidFile;
import dev.natter.local.servers.ServerKind;
import dev.natter.local.stack.console.LaunchFailure;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Some embedded servers in a process with a heap of its own. It ends when this JVM ends, however that ends, because its
 * input closes then. It is not started again: its addresses and keys would be others, which no service could learn.
 */
public final class ServerProcess {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final String name;
    private final Path log;
    private final PidFile pid;
    private final Process process;
    private volatile boolean stopped;

    private ServerProcess(String name, Path log, PidFile pid, Process process) {
        this.name = name;
        this.log = log;
        this.pid = pid;
        this.process = process;
    }

    /**
     * What to start.
     *
     * @param name by which people and logs call the process
     * @param heap of the process at most, as {@code -Xmx} takes it
     */
    public record Group(String name, Set<ServerKind> kinds, String heap) {
        public Group {
            kinds = Set.copyOf(kinds);
        }
    }

    /**
     * Where it lives.
     *
     * @param mark an argument the program ignores and by which a later start knows it for ours
     */
    public record Places(Path data, Path logs, Path pids, String mark) {}

    /**
     * Starts the process; {@link #urls()} waits until its servers answer.
     *
     * @param password of the broker's user
     * @param s3Origin the origin whose pages may use the S3 server
     * @param ended called when the process ends without having been stopped here
     */
    public static ServerProcess start(
            Group group, Places places, String password, URI s3Origin, Consumer<LaunchFailure> ended) {
        var log = places.logs().resolve(group.name() + ".log");
        var builder = new ProcessBuilder(command(group, places, s3Origin)).redirectError(log.toFile());
        builder.environment().put("NATTER_SERVERS_RABBITMQ_PASSWORD", password);
        try {
            var pid = new PidFile(places.pids().resolve(group.name() + ".pid"));
            var started = new ServerProcess(group.name(), log, pid, builder.start());
            pid.write(started.pid());
            var unused = started.process.onExit().thenAccept(dead -> started.tell(dead, ended));
            return started;
        } catch (IOException e) {
            throw new LaunchFailure(group.name() + " cannot be started: " + e.getMessage());
        }
    }

    private static List<String> command(Group group, Places places, URI s3Origin) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            // Ctrl-C on a terminal reaches the launcher alone, which stops the services first.
            command.add(SETSID.toString());
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xms24m",
                "-Xmx" + group.heap(),
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                places.mark(),
                "-cp",
                jar(),
                dev.natter.local.servers.Main.class.getName(),
                "--data",
                places.data().toString(),
                "--s3-origin",
                s3Origin.toString(),
                "--only",
                group.kinds().stream().map(ServerKind::label).sorted().collect(Collectors.joining(","))));
        return command;
    }

    private static String jar() {
        try {
            // Its manifest names all others.
            var source = ServerProcess.class.getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By which people and logs call it. */
    public String name() {
        return name;
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /**
     * Address of each of its servers by label, once all of them answer.
     *
     * @throws LaunchFailure when the process ends before that
     */
    public Map<String, URI> urls() {
        try {
            var line = firstLine(process.inputReader());
            if (line == null) {
                process.waitFor();
                throw failure(process.exitValue());
            }
            var urls = new LinkedHashMap<String, URI>();
            new JsonObject(line).forEach(each -> urls.put(each.getKey(), URI.create((String) each.getValue())));
            return urls;
        } catch (DecodeException e) {
            throw new LaunchFailure(name + " did not say where its servers are; its log is " + log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String firstLine(BufferedReader output) {
        try {
            return output.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    private void tell(Process dead, Consumer<LaunchFailure> ended) {
        if (!stopped) {
            ended.accept(failure(dead.exitValue()));
        }
    }

    private LaunchFailure failure(int code) {
        return new LaunchFailure("%s ended with code %d. The end of %s:%n%s".formatted(name, code, log, lastWords()));
    }

    private String lastWords() {
        try (var lines = Files.lines(log)) {
            var all = lines.toList();
            return String.join(System.lineSeparator(), all.subList(Math.max(0, all.size() - 20), all.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Asks it to end, and returns when it has; kills it when its grace is over. */
    public void stop() {
        stopped = true;
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        pid.delete();
    }
}
