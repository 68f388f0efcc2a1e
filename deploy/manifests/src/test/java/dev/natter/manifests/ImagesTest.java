package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The services' images, built on an empty base: what is put where, and as whom it runs. That they run, {@code ContainerIT} shows. */
class ImagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Tool buildah;

    @BeforeAll
    static void find() {
        Assumptions.assumeTrue(
                System.getProperty("user.name").equals("root"), "skipped: images are built as root only");
        Tool.firstOf("to build images with", List.of(List.of("buildah", "--version")));
        buildah = new Tool(List.of(
                "buildah",
                "--storage-driver",
                "vfs",
                "--root",
                folder.resolve("store").toString(),
                "--runroot",
                folder.resolve("run").toString()));
    }

    static Stream<String> dockerfiles() {
        return Overlay.SERVICES.stream()
                .flatMap(service -> Stream.of("jvm", "native").map(kind -> service + " " + kind));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void anImageRunsAsAnUnprivilegedUserAndHasLabels(String which) throws IOException {
        var service = which.split(" ", -1)[0];
        var kind = which.split(" ", -1)[1];
        var image = "natter/" + service + ":" + kind;

        build(service, kind, image);

        var config = config(image);
        assertThat(config.path("User").asText()).isEqualTo("1001:1001");
        assertThat(config.path("ExposedPorts").toString()).isEqualTo("{\"8080/tcp\":{}}");
        assertThat(config.at("/Labels/org.opencontainers.image.title").asText()).isEqualTo("Natter: " + service);
        assertThat(config.at("/Labels/org.opencontainers.image.version").asText())
                .isEqualTo("1.2.3");
        assertThat(config.at("/Labels/org.opencontainers.image.licenses").asText())
                .isEqualTo("Apache-2.0");
        var program = config.at("/Entrypoint");
        assertThat(program.path(0).asText()).isEqualTo(kind.equals("jvm") ? "java" : "/app/natter");
    }

    @Test
    void nothingButWhatWasBuiltIsSentToTheBuilder() {
        for (var service : Overlay.SERVICES) {
            assertThat(Repository.read("services/" + service + "/.dockerignore").lines())
                    .containsExactly("*", "!target/quarkus-app", "!target/*-runner");
        }
    }

    @Test
    void theWebAppsImageStartsWhatTheTestsStart() {
        var dockerfile = Repository.read("frontend/Dockerfile");

        assertThat(dockerfile)
                .contains("USER 1001:1001", "STOPSIGNAL SIGQUIT", "ENTRYPOINT [\"/opt/natter/start.sh\"]")
                .contains("COPY nginx/ /opt/natter/");
        assertThat(Repository.ROOT.resolve("frontend/nginx/start.sh")).isExecutable();
    }

    private static void build(String service, String kind, String image) throws IOException {
        var context = Files.createDirectories(folder.resolve(service + "-" + kind));
        for (var file : List.of("lib/a.jar", "quarkus-run.jar", "app/a.jar", "quarkus/a.jar")) {
            var path = context.resolve("target/quarkus-app").resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, file);
        }
        Files.writeString(context.resolve("target/a-runner"), "native");
        Files.copy(Repository.ROOT.resolve("services/" + service + "/.dockerignore"), context.resolve(".dockerignore"));
        buildah.run(
                        context,
                        Map.of(),
                        "bud",
                        "--isolation=chroot",
                        "--from=scratch",
                        "--build-arg=VERSION=1.2.3",
                        "--tag=" + image,
                        "--file="
                                + Repository.ROOT.resolve(
                                        "services/" + service + "/src/main/docker/Dockerfile." + kind),
                        context.toString())
                .orThrow();
    }

    private static JsonNode config(String image) throws IOException {
        var answer = buildah.run(folder, Map.of(), "inspect", "--type=image", image);
        return JSON.readTree(answer.orThrow()).at("/OCIv1/config");
    }
}
