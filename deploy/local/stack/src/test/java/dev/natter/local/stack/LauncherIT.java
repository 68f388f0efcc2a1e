package dev.natter.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged launcher as a process, with real backing servers and stand-ins for the services. */
@Tag("slow")
class LauncherIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    private final List<Process> launchers = new ArrayList<>();

    @BeforeEach
    void standIns() throws IOException {
        for (var service : List.of("user", "mail", "chat")) {
            var app = Files.createDirectories(root().resolve("services/" + service + "/target/quarkus-app"));
            writeJar(app.resolve("quarkus-run.jar"));
        }
        var web = Files.createDirectories(root().resolve("frontend/dist"));
        Files.writeString(web.resolve("index.html"), "<!doctype html><title>Natter</title>");
    }

    @AfterEach
    void end() throws InterruptedException {
        for (var launcher : launchers) {
            launcher.destroy();
            launcher.waitFor(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void livesAsLongAsItIsWantedAndLeavesNothing() throws Exception {
        var first = launch(Map.of("NATTER_CHAT_REPLICAS", "2"));
        var ready = ready();

        assertThat(ready.getJsonObject("servers").fieldNames())
                .containsExactlyInAnyOrder("mongodb", "redis", "rabbitmq", "smtp", "s3");
        assertThat(ready.getJsonArray("chat")).hasSize(2);
        var chat = ready.getJsonObject("pids").getJsonArray("chat");
        assertThat(chat).hasSize(2);
        assertThat(output(first))
                .endsWith("\nNatter      %s\nMail inbox  %s\n"
                        .formatted(ready.getString("app"), ready.getString("inbox")));
        assertThat(get(ready.getString("app") + "/api/v1/users/me")).isEqualTo(ready.getString("app"));
        assertThat(get(ready.getString("inbox"))).contains("Mail inbox");

        aSecondOneOnTheSameDataIsRefused();
        aServiceThatDiesIsStartedAgain(first, ready, chat.getLong(0));
        anotherCopyWorksBesideIt();
        killedItTakesItsChildrenWithIt(first);

        var second = launch(Map.of("NATTER_CHAT_REPLICAS", "2"));
        ready();
        stoppedItEndsInOrder(second);
    }

    @Test
    void aServiceThatCannotStartIsNamedWithItsLastWords() throws Exception {
        var launcher = launch(Map.of("STAND_IN_FAILS", "1"));

        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(launcher.exitValue()).isEqualTo(1);
        assertThat(output(launcher))
                .containsPattern("deploy/up: (user|mail|chat) ended with code 3 while starting")
                .contains("NATTER_EVERYTHING is missing")
                .doesNotContain("\tat ");
        // The watcher of a process notices within a second that there is nothing to watch any more.
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(leftovers()).isEmpty());
    }

    @Test
    void aServerThatDiesIsNamedAndEndsTheStack() throws Exception {
        for (var server : List.of("mongodb", "servers")) {
            Files.deleteIfExists(directory.resolve("ready.json"));
            var launcher = launch(Map.of());
            var pid = ready().getJsonObject("pids").getJsonArray(server).getLong(0);

            ProcessHandle.of(pid).orElseThrow().destroyForcibly();

            assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(launcher.exitValue()).isEqualTo(1);
            assertThat(output(launcher)).contains("deploy/up: " + server + " ended with code 137");
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(leftovers()).isEmpty());
        }
    }

    private void aSecondOneOnTheSameDataIsRefused() throws Exception {
        var second = launch(Map.of());
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(output(second)).contains("Natter already runs on").hasLineCount(1);
    }

    private void aServiceThatDiesIsStartedAgain(Process launcher, JsonObject ready, long pid) throws Exception {
        Files.delete(directory.resolve("ready.json"));
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        var again = ready();

        assertThat(output(launcher)).contains("chat-1 ended with code 137; starting it again in 1 s");
        assertThat(again.getJsonArray("chat")).isEqualTo(ready.getJsonArray("chat"));
        assertThat(again.getJsonObject("pids").getJsonArray("chat").getLong(0)).isNotEqualTo(pid);
        assertThat(get(again.getJsonArray("chat").getString(0) + "/q/health/ready"))
                .isEmpty();
    }

    private void anotherCopyWorksBesideIt() throws Exception {
        var other = launch(Map.of(
                "NATTER_DATA", directory.resolve("other").toString(),
                "NATTER_READY_FILE", directory.resolve("other.json").toString()));
        var ready = ready(directory.resolve("other.json"));
        assertThat(get(ready.getString("app") + "/api/v1/users/me")).isEqualTo(ready.getString("app"));
        other.destroy();
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private void killedItTakesItsChildrenWithIt(Process launcher) throws Exception {
        Files.deleteIfExists(directory.resolve("ready.json"));
        assertThat(leftovers()).hasSizeGreaterThanOrEqualTo(5);

        launcher.destroyForcibly().waitFor();

        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(leftovers()).isEmpty());
    }

    private void stoppedItEndsInOrder(Process launcher) throws Exception {
        launcher.destroy();

        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output(launcher)).contains("stopping").contains("stopped").doesNotContain("WARN", "ERROR");
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(leftovers()).isEmpty());
        for (var service : List.of("user", "mail", "chat-1", "chat-2")) {
            assertThat(directory.resolve("data/log/" + service + ".log"))
                    .content()
                    .contains("asked to end; the broker is still there: true");
        }
    }

    /** Processes that have our directory in their command line: services, their watchers, Redis. */
    private List<String> leftovers() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> launchers.stream().noneMatch(launcher -> launcher.pid() == process.pid()))
                    .map(process -> process.info().commandLine().orElse(""))
                    .filter(command -> command.contains(directory.toString()))
                    .toList();
        }
    }

    private Process launch(Map<String, String> variables) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dnatter.root=" + root(),
                        "-jar",
                        "target/natter-local-stack.jar")
                .redirectErrorStream(true)
                .redirectOutput(log(launchers.size()).toFile());
        builder.environment()
                .putAll(Map.of(
                        "NATTER_DATA",
                        directory.resolve("data").toString(),
                        "NATTER_PORT",
                        "0",
                        "NATTER_INBOX_PORT",
                        "0",
                        "NATTER_READY_FILE",
                        directory.resolve("ready.json").toString()));
        builder.environment().putAll(variables);
        var launcher = builder.start();
        launchers.add(launcher);
        return launcher;
    }

    private JsonObject ready() throws IOException {
        return ready(directory.resolve("ready.json"));
    }

    private JsonObject ready(Path file) throws IOException {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(file)
                        .as(() -> read(log(launchers.size() - 1)))
                        .exists());
        return new JsonObject(Files.readString(file));
    }

    private String output(Process launcher) {
        return read(log(launchers.indexOf(launcher)));
    }

    private Path log(int number) {
        return directory.resolve("launcher-" + number + ".log");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Path root() {
        return directory.resolve("root");
    }

    private static String get(String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url)).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static void writeJar(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            var entry = StandInService.class.getName().replace('.', '/') + ".class";
            out.putNextEntry(new JarEntry(entry));
            try (var in = StandInService.class.getClassLoader().getResourceAsStream(entry)) {
                in.transferTo(out);
            }
        }
    }
}
