package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What runs on GitHub's machines with the project's permissions. */
class WorkflowsTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern PATHS = Pattern.compile("(?:services|frontend|deploy|k8s)/[\\w./${}-]+");

    static Stream<Path> workflows() {
        return Repository.files(".github/workflows", "*.yml").stream();
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyJobIsBoundedAndMayDoLittle(Path file) throws JsonProcessingException {
        var workflow = read(file);

        assertThat(workflow.path("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
        assertThat(workflow.has("concurrency")).isTrue();
        workflow.path("jobs").properties().forEach(job -> {
            assertThat(job.getValue().path("timeout-minutes").asInt())
                    .as(job.getKey())
                    .isBetween(1, 60);
            assertThat(job.getValue().path("permissions").toString()).doesNotContain("write-all");
        });
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyActionIsOfOneVersionAndLeavesNoCredentialsBehind(Path file) throws JsonProcessingException {
        for (var job : read(file).path("jobs")) {
            for (var step : job.path("steps")) {
                if (step.has("uses")) {
                    var uses = step.path("uses").asText();
                    assertThat(uses).matches("[\\w-]+(/[\\w-]+)+@[0-9a-f]{40}");
                    if (uses.startsWith("actions/checkout@")) {
                        assertThat(step.at("/with/persist-credentials").asText())
                                .isEqualTo("false");
                    }
                }
            }
        }
    }

    /** For people, and for the updates that raise both. */
    @ParameterizedTest
    @MethodSource("workflows")
    void behindEveryDigestStandsTheVersionThatItIs(Path file) {
        var text = Repository.read(Repository.ROOT.relativize(file).toString());

        assertThat(text.lines().filter(line -> line.contains("uses:")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).matches(".*@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
    }

    /** A title or an input of a stranger would otherwise become part of a script. */
    @ParameterizedTest
    @MethodSource("workflows")
    void noScriptIsPutTogetherFromWhatOthersWrite(Path file) throws JsonProcessingException {
        for (var job : read(file).path("jobs")) {
            for (var step : job.path("steps")) {
                assertThat(step.path("run").asText())
                        .doesNotContain(
                                "${{ inputs", "${{ github.event", "${{ github.head_ref", "${{ vars", "${{ secrets");
            }
        }
    }

    @Test
    void writingIsForJobsThatDoAndForNoPullRequest() throws JsonProcessingException {
        for (var file : workflows().toList()) {
            var workflow = read(file);
            assertThat(workflow.path("on").has("pull_request_target")).isFalse();
            if (workflow.path("on").has("pull_request")) {
                workflow.path("jobs")
                        .forEach(job -> assertThat(
                                        job.path("permissions").toString().replace("\"security-events\":\"write\"", ""))
                                .doesNotContain("write"));
            }
        }
    }

    @Test
    void actionlintHasNothingToSay() {
        var npm = Tool.firstOf("to lint the workflows with", List.of(List.of("npm", "--version")));
        assertThat(npm).isNotNull();

        var answer = Tool.bash().run(Repository.ROOT, Map.of(), ".github/lint/run");

        assertThat(answer.code()).as(answer.errors()).isZero();
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyFileThatIsNamedIsThere(Path file) {
        PATHS.matcher(Repository.read(Repository.ROOT.relativize(file).toString()))
                .results()
                .map(found -> found.group().replaceAll("\\$\\{*\\s*matrix.service\\s*}*|\\$service", "user"))
                .filter(path -> !path.contains("target") && !path.contains("$"))
                .forEach(path -> assertThat(Files.exists(Repository.ROOT.resolve(path)))
                        .as(path)
                        .isTrue());
    }

    /** What deploy/rollback does is RollbackTest's affair. */
    @Test
    void aRolloutGoesBackToWhatWasNotedBeforeItAndNowhereElse() throws JsonProcessingException {
        var file = Repository.ROOT.resolve(".github/workflows/deploy.yml");
        var steps = stream(read(file).at("/jobs/production/steps")).toList();
        var runs = steps.stream().map(step -> step.path("run").asText()).toList();
        var noted = indexOf(runs, "deploy/rollback note \"$RUNNER_TEMP/before\"");
        var back = indexOf(runs, "deploy/rollback back \"$RUNNER_TEMP/before\"");

        assertThat(List.of(noted, indexOf(runs, "kubectl apply"), indexOf(runs, "deploy/smoke"), back))
                .doesNotContain(-1)
                .isSorted();
        assertThat(steps.get(back).path("if").asText())
                .contains("failure()", "steps." + steps.get(noted).path("id").asText("?") + ".outcome == 'success'");
        assertThat(runs).noneMatch(run -> run.contains("rollout undo"));
    }

    private static int indexOf(List<String> runs, String command) {
        return IntStream.range(0, runs.size())
                .filter(at -> runs.get(at).contains(command))
                .findFirst()
                .orElse(-1);
    }

    @Test
    void updatesAreLookedForWhereThereIsSomethingToUpdate() throws JsonProcessingException {
        for (var update :
                read(Repository.ROOT.resolve(".github/dependabot.yml")).path("updates")) {
            var folders =
                    update.has("directory") ? Stream.of(update.path("directory")) : stream(update.path("directories"));
            folders.forEach(folder ->
                    assertThat(Repository.ROOT.resolve("." + folder.asText())).isDirectory());
        }
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static JsonNode read(Path file) throws JsonProcessingException {
        return YAML.readTree(Repository.read(Repository.ROOT.relativize(file).toString()));
    }
}
