package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guide says of sizes, and of the measurements they come from, is what the pods have. */
class SizesTest {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\w+) \\| (\\w+), (\\w+) \\| (\\d+Mi), (\\d+[MG]i) \\| (\\d+Mi)? ?\\| .+ \\|$");
    private static final Pattern HEAP = Pattern.compile("\"-XX:(?:MaxRAMPercentage|MaximumHeapSizePercent)=(\\d+)\"");
    /** Megabytes of a whole process at rest, its heap included. */
    private static final Map<String, Integer> AT_REST = Map.of("user", 149, "chat", 155, "mail", 109);

    private static List<MatchResult> rows() {
        var rows = ROW.matcher(Repository.read("k8s/README.md")).results().toList();
        assertThat(rows).extracting(row -> row.group(1)).containsExactlyInAnyOrder("user", "chat", "mail", "web");
        return rows;
    }

    @ParameterizedTest
    @EnumSource
    void podsAskForWhatTheGuideSays(Overlay overlay) {
        for (var row : rows()) {
            var resources = Overlay.containerOf(overlay.manifests().pods().get(row.group(1)))
                    .getResources();
            assertThat(List.of(
                            resources.getRequests().get("cpu"),
                            resources.getLimits().get("cpu"),
                            resources.getRequests().get("memory"),
                            resources.getLimits().get("memory")))
                    .as(row.group(1))
                    .containsExactly(
                            new Quantity(row.group(2)),
                            new Quantity(row.group(3)),
                            new Quantity(row.group(4)),
                            new Quantity(row.group(5)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void theHeapIsTheOneOfTheImageAndLeavesRoomForTheRest(String kind) {
        for (var row : rows()) {
            if (row.group(6) == null) {
                continue;
            }
            var bound = bytes(row.group(5));
            var percent = HEAP.matcher(
                            Repository.read("services/" + row.group(1) + "/src/main/docker/Dockerfile." + kind))
                    .results()
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .sum();
            assertThat(bound * percent / 100).as(row.group(1)).isEqualTo(bytes(row.group(6)));
            assertThat(bound - bytes(row.group(6))).as(row.group(1)).isGreaterThan(AT_REST.get(row.group(1)) * 1e6);
        }
    }

    private static double bytes(String quantity) {
        return new Quantity(quantity).getNumericalAmount().doubleValue();
    }

    /** Resident memory at rest, in megabytes, as deploy/native.md has it. */
    @Test
    void nativePodsAskForWhatTheGuideSaysAndMoreThanTheyTakeAtRest() {
        var component = Repository.read("k8s/components/native/kustomization.yaml");
        var rows = Pattern.compile("(?m)^\\| (\\w+) \\| [\\d.]+ s \\| (\\d+) MB \\| \\d+ MB \\| (\\w+), (\\w+)")
                .matcher(Repository.read("deploy/native.md"))
                .results()
                .toList();

        assertThat(rows).extracting(row -> row.group(1)).containsExactlyInAnyOrder("user", "chat", "mail");
        for (var row : rows) {
            assertThat(component)
                    .containsPattern("name: %s}\\n(?:.*\\n){3}.*memory: %s}.*memory: %s}"
                            .formatted(row.group(1), row.group(3), row.group(4)));
            var rest = Integer.parseInt(row.group(2)) * 1e6;
            assertThat(bytes(row.group(3))).as(row.group(1)).isGreaterThan(rest);
            // Half of the bound is heap.
            assertThat(bytes(row.group(4)) / 2).as(row.group(1)).isGreaterThan(rest);
        }
    }
}
