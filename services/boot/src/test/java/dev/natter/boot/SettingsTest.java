package dev.natter.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Map<String, String> GOOD = Map.of(
            "NATTER_RABBITMQ_HOST", "broker",
            "NATTER_RABBITMQ_USERNAME", "natter",
            "NATTER_RABBITMQ_PASSWORD", "hush",
            "STORE", "mongodb://a,b:27017/?replicaSet=rs");

    private static final Settings SETTINGS = Settings.of(
            Setting.required("STORE", Setting.url("mongodb", "mongodb\\+srv")),
            Setting.number("MOST", 1, 10),
            Setting.duration("TIMEOUT", Duration.ofSeconds(1), Duration.ofMinutes(1)),
            Setting.optional("MODE", Setting.oneOf("fast", "slow")));

    private static Map<String, String> with(String name, String value) {
        var environment = new HashMap<>(GOOD);
        environment.put(name, value);
        return environment;
    }

    @Test
    void whatIsGoodMayStart() {
        assertThat(SETTINGS.refusal("chat", GOOD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NATTER_RABBITMQ_HOST", "NATTER_RABBITMQ_USERNAME", "NATTER_RABBITMQ_PASSWORD", "STORE"})
    void whatIsMissingIsNamedAndSoIsWhatIsBlank(String name) {
        assertThat(SETTINGS.complaints(with(name, null))).containsExactly(name + " is missing");
        assertThat(SETTINGS.complaints(with(name, " "))).containsExactly(name + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "STORE, s3cret",
        "STORE, postgres://s3cret",
        "MOST, 0",
        "MOST, 11",
        "MOST, -1",
        "MOST, 99999999999",
        "MOST, s3cret",
        "TIMEOUT, s3cret",
        "TIMEOUT, 999ms",
        "TIMEOUT, 2m",
        "MODE, s3cret",
        "NATTER_HTTP_PORT, 65536",
        "NATTER_RABBITMQ_PORT, 0",
        "NATTER_RABBITMQ_TLS, s3cret",
        "NATTER_LOG_LEVEL, s3cret"
    })
    void whatIsMalformedIsNamedAndNotRepeated(String name, String value) {
        assertThat(SETTINGS.complaints(with(name, value)))
                .singleElement()
                .asString()
                .startsWith(name + " must ")
                .doesNotContain("s3cret")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "MOST, 10",
        "TIMEOUT, 1s",
        "TIMEOUT, 1M",
        "MODE, slow",
        "MODE, ''",
        "STORE, mongodb+srv://cluster.example"
    })
    void whatIsWellFormedIsTaken(String name, String value) {
        assertThat(SETTINGS.complaints(with(name, value))).isEmpty();
    }

    @Test
    void everythingWrongIsOneLine() {
        assertThat(SETTINGS.refusal("chat", Map.of("MOST", "x")))
                .get()
                .asString()
                .startsWith("chat does not start: NATTER_RABBITMQ_HOST is missing; ")
                .endsWith("STORE is missing; MOST must be a number from 1 to 10")
                .doesNotContain("\n");
    }
}
