package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each service's container image, as {@code Dockerfile.jvm} makes it, becomes one more replica of a running Natter. */
@ExtendWith(OneStack.class)
@Tag("images")
class ContainerIT {

    private static final long SECONDS = 60;

    @TempDir
    static Path folder;

    private static LocalImages images;

    private final RunningStack stack;

    ContainerIT(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeAll
    static void makeBase() throws IOException {
        Assumptions.assumeTrue(LocalImages.arePossible(), "skipped: images are built as root, with buildah");
        images = new LocalImages(folder);
        images.makeBase();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "mail", "chat"})
    void anImageSaysWhatItLacksAndIsAReplicaWithIt(String service) throws Exception {
        var container = images.container(service);

        var lacking = images.start(container, List.of()).start();
        var said = new String(lacking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).contains(service + " does not start: NATTER_RABBITMQ_HOST is missing");
        assertThat(lacking.waitFor()).as(said).isNotZero();

        var port = freePort();
        var log = folder.resolve(service + ".log");
        var replica = images.start(container, environment(service, port))
                .redirectOutput(log.toFile())
                .start();
        try {
            await().atMost(Duration.ofSeconds(SECONDS))
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(Api.call("GET", "http://127.0.0.1:" + port + "/q/health/ready", null)
                                            .statusCode())
                                    .as(Files.readString(log))
                                    .isEqualTo(200));
            assertThat(Files.readString(
                            Path.of("/proc/" + java(replica).orElseThrow().pid() + "/status")))
                    .contains("Uid:\t1001\t1001\t1001\t1001");
        } finally {
            java(replica).ifPresent(ProcessHandle::destroy);
            if (!replica.waitFor(SECONDS, TimeUnit.SECONDS)) {
                replica.descendants().forEach(ProcessHandle::destroyForcibly);
            }
        }
        assertThat(replica.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private static Optional<ProcessHandle> java(Process container) {
        return container
                .descendants()
                .filter(each -> each.info().command().orElse("").endsWith("/java"))
                .findFirst();
    }

    /** That of a replica that runs already, but for its place. */
    private List<String> environment(String service, int port) throws IOException {
        var running = Files.readString(Path.of("/proc/" + stack.pids(service).get(0) + "/environ"));
        var variables = Stream.of(running.split("\0", -1))
                .filter(each -> each.startsWith("NATTER_") && !each.startsWith("NATTER_HTTP_"));
        return Stream.concat(variables, Stream.of("NATTER_HTTP_HOST=127.0.0.1", "NATTER_HTTP_PORT=" + port))
                .toList();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
