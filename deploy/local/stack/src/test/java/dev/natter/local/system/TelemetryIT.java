package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dashboard shows and the alerts watch is what the services really measure. */
@ExtendWith(OneStack.class)
class TelemetryIT {
    private static final String FOLDER = "k8s/components/monitoring/";
    private static final Pattern EXPRESSION = Pattern.compile("\"expr\": \"(.*)\",|expr: (.*)");
    private static final Pattern METRIC = Pattern.compile("\\b([a-z]+(?:_[a-z]+)+)\\{");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)[{ ]");

    private final RunningStack stack;

    TelemetryIT(RunningStack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yaml", "natter-dashboard.json"})
    void everyMetricThatIsLookedAtIsMeasured(String file) throws IOException {
        var person = Person.signIn(stack, "telemetry");
        try (var socket = person.socket(stack.chat(0))) {
            socket.send(new JsonObject().put("type", "no-such-frame"));
            person.call("POST", "/api/v1/auth/logout", null);
            await().untilAsserted(() -> assertThat(socket.closeCode()).isEqualTo(4401));
        }
        var wanted = wanted(Files.readString(RunningStack.root().resolve(FOLDER + file)));

        assertThat(wanted).hasSizeGreaterThan(8);
        // Readiness is measured every 15 seconds.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(measured()).containsAll(wanted));
    }

    @Test
    void whatIsMeasuredOfPeopleNamesNone() {
        var person = Person.signIn(stack, "telemetry");

        for (var service : Set.of("user", "chat", "mail")) {
            for (var address : stack.addresses(service)) {
                assertThat(Api.call("GET", address + "/q/metrics", null).body())
                        .doesNotContain(person.id(), person.email());
            }
        }
    }

    private Set<String> measured() {
        var names = new TreeSet<String>();
        for (var service : Set.of("user", "chat", "mail")) {
            for (var address : stack.addresses(service)) {
                var answer = Api.call("GET", address + "/q/metrics", null).body();
                SAMPLE.matcher(answer).results().forEach(sample -> names.add(sample.group(1)));
            }
        }
        return names;
    }

    private static Set<String> wanted(String text) {
        var names = new TreeSet<String>();
        EXPRESSION
                .matcher(text)
                .results()
                .forEach(expression -> METRIC.matcher(
                                expression.group(1) == null ? expression.group(2) : expression.group(1))
                        .results()
                        .forEach(metric -> names.add(metric.group(1))));
        return names;
    }
}
