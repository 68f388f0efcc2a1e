package dev.natter.chat;

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

    private static final Map<String, String> GOOD = Map.ofEntries(
            Map.entry("NATTER_MONGODB_URL", "mongodb://a,b:27017/?replicaSet=rs"),
            Map.entry("NATTER_REDIS_URL", "rediss://cache:6379"),
            Map.entry("NATTER_RABBITMQ_HOST", "broker"),
            Map.entry("NATTER_RABBITMQ_USERNAME", "natter"),
            Map.entry("NATTER_RABBITMQ_PASSWORD", "secret"),
            Map.entry("NATTER_PUBLIC_ORIGIN", "https://chat.example.com"),
            Map.entry("NATTER_USER_URL", "http://user:8080"),
            Map.entry("NATTER_INTERNAL_TOKEN", "0123456789abcdef0123456789abcdef"),
            Map.entry("NATTER_S3_REGION", "eu-central-1"),
            Map.entry("NATTER_S3_BUCKET", "images"),
            Map.entry("NATTER_S3_ACCESS_KEY", "key"),
            Map.entry("NATTER_S3_SECRET_KEY", "secret"));

    @Test
    void hasNothingToSayOfAGoodOne() {
        assertThat(Environment.SETTINGS.complaints(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NATTER_MONGODB_URL",
                "NATTER_REDIS_URL",
                "NATTER_RABBITMQ_HOST",
                "NATTER_RABBITMQ_USERNAME",
                "NATTER_RABBITMQ_PASSWORD",
                "NATTER_PUBLIC_ORIGIN",
                "NATTER_USER_URL",
                "NATTER_INTERNAL_TOKEN",
                "NATTER_S3_REGION",
                "NATTER_S3_BUCKET"
            })
    void namesWhatIsMissing(String name) {
        var environment = new HashMap<>(GOOD);
        environment.remove(name);

        assertThat(Environment.SETTINGS.complaints(environment)).containsExactly(name + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "NATTER_MONGODB_URL, postgres://x",
        "NATTER_PUBLIC_ORIGIN, https://chat.example.com/",
        "NATTER_PUBLIC_ORIGIN, chat example",
        "NATTER_INTERNAL_TOKEN, tooshort",
        "NATTER_S3_ENDPOINT, bucket.example.com",
        "NATTER_S3_PATH_STYLE, perhaps",
        "NATTER_IMAGE_MAX_BYTES, 10485761",
        "NATTER_HTTP_PORT, many",
        "NATTER_MESSAGE_MAX_TEXT_LENGTH, -7",
        "NATTER_MESSAGE_MAX_WAIT, soon",
        "NATTER_SOCKET_FRAMES_PER_SECOND, none",
        "NATTER_SOCKET_DRAIN, 9s",
        "NATTER_SOCKET_GOODBYE, 5s",
        "NATTER_REVOCATION_TIMEOUT, soon",
        "NATTER_PRESENCE_LEASE, never",
        "NATTER_RABBITMQ_TLS, perhaps"
    })
    void namesWhatIsMalformedAndKeepsTheValueToItself(String name, String value) {
        var environment = new HashMap<>(GOOD);
        environment.put(name, value);

        assertThat(Environment.SETTINGS.complaints(environment))
                .singleElement()
                .satisfies(complaint ->
                        assertThat(complaint).startsWith(name + " must ").doesNotContain(value));
    }

    @Test
    void everyVariableThatIsReadIsLookedThrough() {
        assertThat(Environment.SETTINGS.all())
                .extracting(Setting::name)
                .containsAll(EnvironmentRules.variables("dev.natter.chat"))
                .doesNotHaveDuplicates();
    }

    @Test
    void withoutItsSettingsTheProcessEndsWithOneLineThatNamesThem() {
        assertThat(EnvironmentRules.refusal(Main.class))
                .startsWith("chat does not start: ")
                .contains("NATTER_USER_URL is missing", "NATTER_REDIS_URL is missing");
    }
}
