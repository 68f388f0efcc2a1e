package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of the operators' guides, run as they stand as far as they go without a cluster, Docker or a network. */
class GuideCommandsTest {
    private static final Pattern BLOCK = Pattern.compile("(?m)^( *)```sh\\n((?:.*\\n)*?)\\1```$");
    private static final Pattern SCRIPT = Pattern.compile("(?m)(?:^|[|;&(] ?|\")\\./([a-z-]+)\\b");

    @TempDir
    Path folder;

    @Test
    void theGuideToAnyClusterInstallsWhatTheServicesNeed() throws IOException {
        Chart.helm();
        Tool.kubectl();

        var made = run("k8s/any-cluster.md", ".").orThrow();

        var secrets = Manifests.parse(Pattern.compile(
                                "(?m)^apiVersion: v1\\n(?:(?!apiVersion).*\\n)*?kind: Secret\\n(?:(?!apiVersion).*\\n?)*")
                        .matcher(made)
                        .results()
                        .map(found -> found.group().replace("creationTimestamp: null", "uid: x"))
                        .collect(Collectors.joining("---\n"))
                        .replaceAll("(?m)^data:", "stringData:"))
                .secretKeys();
        for (var service : Overlay.SERVICES) {
            var given = Stream.concat(
                            secrets.get(service + "-secrets").stream(),
                            Overlay.CHART.manifests().configuration(service + "-config").keySet().stream())
                    .collect(Collectors.toSet());
            var variables = Variables.of(service);
            assertThat(given).as(service).containsAll(variables.required()).isSubsetOf(variables.known());
        }
    }

    @Test
    void theGuideToComposeMakesAFileThatComposeTakes() throws IOException {
        var compose = Tool.firstOf(
                "to read deploy/compose",
                List.of(List.of("docker", "compose", "version"), List.of("docker-compose", "version")));

        var answer =
                run("deploy/compose/README.md", ".", "COMPOSE=(%s)".formatted(String.join(" ", compose.command())));

        assertThat(answer.code()).as(answer.errors()).isZero();
        assertThat(folder.resolve("deploy/compose/.env"))
                .content()
                .contains("NATTER_SIGNING_KEYS=", "NATTER_SMTP_HOST=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/compose/README.md", "k8s/any-cluster.md", "deploy/aws/README.md", "k8s/README.md"})
    void everyCommandIsOneThatAShellUnderstands(String guide) throws IOException {
        var script = folder.resolve("block.sh");
        for (var block : blocks(guide)) {
            Files.writeString(script, block);

            var answer = Tool.bash().run(folder, Map.of(), "-n", script.toString());

            assertThat(answer.code()).as(block + answer.errors()).isZero();
        }
    }

    @Test
    void everyScriptOfTheGuideToAwsIsThere() {
        var named = blocks("deploy/aws/README.md").stream()
                .flatMap(block -> SCRIPT.matcher(block).results().map(found -> found.group(1)))
                .collect(Collectors.toSet());

        assertThat(named)
                .contains("secrets", "controllers")
                .allSatisfy(
                        name -> assertThat(Repository.ROOT.resolve("deploy/aws").resolve(name))
                                .isExecutable());
    }

    /** Nothing there may ask the wrong account or region. */
    @Test
    void theGuideToAwsSaysProfileAndRegionBeforeTheFirstCommand() {
        var first = blocks("deploy/aws/README.md").get(0);

        assertThat(first).startsWith("export AWS_PROFILE=").contains("AWS_REGION=");
    }

    private Tool.Answer run(String guide, String from, String... first) throws IOException {
        for (var part : List.of("deploy/compose", "deploy/secrets", "deploy/smoke", "k8s", "mvnw")) {
            var answer = Tool.bash()
                    .run(
                            Repository.ROOT,
                            Map.of(),
                            "-c",
                            "mkdir -p \"$(dirname \"$1/$0\")\" && cp -RP \"$0\" \"$1/$0\"",
                            part,
                            folder.toString());
            assertThat(answer.code()).as(answer.errors()).isZero();
        }
        for (var context : List.of("services/user", "services/chat", "services/mail", "frontend")) {
            Files.createDirectories(folder.resolve(context));
        }
        var script = "set -euo pipefail\n" + String.join("\n", first) + "\n"
                + Repository.read("deploy/manifests/src/test/resources/guide.sh") + "cd " + from + "\n"
                + blocks(guide).stream()
                        .filter(block -> !block.startsWith("COMPOSE_PROFILES="))
                        .collect(Collectors.joining("\n"));
        return Tool.bash().run(folder, Map.of(), "-c", script);
    }

    private static List<String> blocks(String guide) {
        return BLOCK.matcher(Repository.read(guide))
                .results()
                .map(found -> found.group(2).replaceAll("(?m)^" + found.group(1), ""))
                .toList();
    }
}
