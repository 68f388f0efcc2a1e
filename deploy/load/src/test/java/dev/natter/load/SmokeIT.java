package dev.natter.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some ten seconds of load on a stack of its own. Says nothing of how fast anything was. */
@Tag("load")
class SmokeIT {

    /** But for the one that starts two more stacks, to do what another does on this one. */
    private static final String SCENARIOS = new Scenarios()
            .names().stream().filter(name -> !name.equals("replicas")).collect(Collectors.joining(","));

    @TempDir
    Path report;

    @Test
    void losesNothingAndReportsEveryFigureOfEveryScenario() throws Exception {
        var output = new ByteArrayOutputStream();

        var succeeded = new Run(options(), Clock.systemUTC(), new PrintStream(output, true), "smoke").run();

        var text = output.toString(StandardCharsets.UTF_8);
        assertThat(succeeded).as(text).isTrue();
        var scenarios = new JsonObject(Files.readString(report.resolve("report.json"))).getJsonArray("scenarios");
        assertThat(scenarios).as(text).hasSize(SCENARIOS.split(",", -1).length);
        for (var scenario : scenarios) {
            check((JsonObject) scenario);
        }
        assertThat(Files.readString(report.resolve("report.html"))).contains("<svg", "Pairs chatting");
    }

    private static void check(JsonObject scenario) {
        JsonArray steps = scenario.getJsonArray("steps");
        assertThat(steps).as(scenario.encode()).isNotEmpty();
        for (var each : steps) {
            var figures = ((JsonObject) each).getJsonObject("figures");
            assertThat(figures.fieldNames())
                    .isEqualTo(scenario.getJsonObject("units").fieldNames());
            assertThat(figures.getDouble("lost", 0.0)).as(scenario.encode()).isZero();
            assertThat(figures.getDouble("errors", 0.0)).as(scenario.encode()).isZero();
            assertThat(((JsonObject) each).getJsonObject("processes").fieldNames())
                    .contains("generator");
        }
    }

    private Options options() {
        return OptionParser.parse(List.of(
                ("--scenarios %s --report %s --seconds 1 --soak 5 --warm-up 1 --pairs 4 --rates 10,20 --receivers 2,12"
                                + " --deliveries 20 --connections 10,20 --addresses 5 --conversations 5 --messages 50")
                        .formatted(SCENARIOS, report)
                        .split(" ", -1)));
    }
}
