package dev.natter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.boot.Setting;
import dev.natter.testing.EnvironmentRules;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
    private static final Map<String, String> LEAST = Map.of(
            "NATTER_RABBITMQ_HOST", "broker",
            "NATTER_RABBITMQ_USERNAME", "natter",
            "NATTER_RABBITMQ_PASSWORD", "hush",
            "NATTER_SMTP_HOST", "smtp",
            "NATTER_MAIL_FROM", "natter@example.org");

    @Test
    void theLeastIsEnough() {
        assertThat(Environment.SETTINGS.complaints(LEAST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NATTER_RABBITMQ_HOST",
                "NATTER_RABBITMQ_USERNAME",
                "NATTER_RABBITMQ_PASSWORD",
                "NATTER_SMTP_HOST",
                "NATTER_MAIL_FROM"
            })
    void whatHasNoDefaultIsMissed(String name) {
        assertThat(Environment.SETTINGS.complaints(with(name, null))).containsExactly(name + " is missing");
        assertThat(Environment.SETTINGS.complaints(with(name, " "))).containsExactly(name + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "NATTER_RABBITMQ_PORT, 70000",
        "NATTER_RABBITMQ_TLS, yes",
        "NATTER_SMTP_PORT, smtp",
        "NATTER_SMTP_STARTTLS, MAYBE",
        "NATTER_SMTP_READ_TIMEOUT, 0s",
        "NATTER_SMTP_CONVERSATION_TIMEOUT, soon",
        "NATTER_MAIL_FROM, Natter <natter@example.org>",
        "NATTER_MAIL_CONVERSATIONS, 0",
        "NATTER_MAIL_UNACKNOWLEDGED, -1",
        "NATTER_MAIL_DRAIN_TIMEOUT, 20s",
        "NATTER_HTTP_PORT, 0x50"
    })
    void whatIsMalformedIsNamed(String name, String value) {
        assertThat(Environment.SETTINGS.complaints(with(name, value)))
                .singleElement()
                .asString()
                .startsWith(name + " must ");
    }

    @Test
    void whatIsMalformedIsNotRepeated() {
        assertThat(Environment.SETTINGS.complaints(with("NATTER_MAIL_FROM", "a secret in the wrong place")))
                .singleElement()
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void reportsAllInvalidVariablesAtOnce() {
        assertThat(Environment.SETTINGS.complaints(Map.of())).hasSize(LEAST.size());
    }

    private static Map<String, String> with(String name, String value) {
        var environment = new HashMap<>(LEAST);
        environment.put(name, value);
        return environment;
    }

    @Test
    void everyVariableThatIsReadIsLookedThrough() {
        assertThat(Environment.SETTINGS.all())
                .extracting(Setting::name)
                .containsAll(EnvironmentRules.variables("dev.natter.mail"))
                .doesNotHaveDuplicates();
    }

    @Test
    void withoutItsSettingsTheProcessEndsWithOneLineThatNamesThem() {
        assertThat(EnvironmentRules.refusal(Main.class))
                .startsWith("mail does not start: ")
                .contains("NATTER_MAIL_FROM is missing", "NATTER_RABBITMQ_HOST is missing");
    }
}
