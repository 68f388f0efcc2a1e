package dev.natter.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.boot.Setting;
import dev.natter.testing.EnvironmentRules;
import dev.natter.testing.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    private static Map<String, String> complete() {
        var environment = new HashMap<>(Map.of("NATTER_S3_REGION", "eu-west-1", "NATTER_S3_BUCKET", "natter"));
        environment.putAll(Map.of(
                "NATTER_MONGODB_URL", "mongodb://a,b:27018/natter?replicaSet=rs0",
                "NATTER_REDIS_URL", "rediss://:secret@redis.example.com:6380/1",
                "NATTER_RABBITMQ_HOST", "rabbitmq",
                "NATTER_RABBITMQ_USERNAME", "natter",
                "NATTER_RABBITMQ_PASSWORD", "secret",
                "NATTER_PUBLIC_ORIGIN", "https://chat.example.com",
                "NATTER_INTERNAL_TOKEN", "0123456789abcdef0123456789abcdef",
                "NATTER_SIGNING_KEYS", TestTokens.signingKeys(),
                "NATTER_OTP_PEPPER", Base64.getEncoder().encodeToString(new byte[32])));
        return environment;
    }

    @Test
    void whatIsCompleteIsNotComplainedOf() {
        assertThat(Environment.SETTINGS.complaints(complete())).isEmpty();
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
                "NATTER_S3_REGION",
                "NATTER_S3_BUCKET",
                "NATTER_INTERNAL_TOKEN",
                "NATTER_SIGNING_KEYS",
                "NATTER_OTP_PEPPER"
            })
    void whatIsMissingIsNamed(String name) {
        var environment = complete();
        environment.remove(name);
        assertThat(Environment.SETTINGS.complaints(environment)).containsExactly(name + " is missing");

        environment.put(name, " ");
        assertThat(Environment.SETTINGS.complaints(environment)).containsExactly(name + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "NATTER_MONGODB_URL, s3cret",
        "NATTER_REDIS_URL, http://s3cret",
        "NATTER_RABBITMQ_PORT, s3cret",
        "NATTER_RABBITMQ_TLS, s3cret",
        "NATTER_PUBLIC_ORIGIN, http://s3cret.example",
        "NATTER_INTERNAL_TOKEN, s3cret",
        "NATTER_SIGNING_KEYS, s3cret",
        "NATTER_OTP_PEPPER, s3cret",
        "NATTER_OTP_LIFETIME, s3cret",
        "NATTER_OTP_LIFETIME, 0s",
        "NATTER_OTP_TRIES, 0",
        "NATTER_TRUSTED_PROXIES, s3cret"
    })
    void whatIsMalformedIsNamedAndNotRepeated(String name, String value) {
        var environment = complete();
        environment.put(name, value);

        assertThat(Environment.SETTINGS.complaints(environment))
                .singleElement()
                .asString()
                .startsWith(name + " ")
                .doesNotContain("s3cret")
                .doesNotContain("\n");
    }

    @Test
    void everySettingIsDocumented() throws IOException {
        var guide = Files.readString(Path.of("../../deploy/configuration.md"));

        assertThat(Environment.SETTINGS.all())
                .hasSizeGreaterThan(20)
                .extracting(Setting::name)
                .allMatch(name -> guide.contains("`" + name + "`"));
    }

    @Test
    void everyVariableThatIsReadIsLookedThrough() {
        assertThat(Environment.SETTINGS.all())
                .extracting(Setting::name)
                .containsAll(EnvironmentRules.variables("dev.natter.user"))
                .doesNotHaveDuplicates();
    }

    @Test
    void withoutItsSettingsTheProcessEndsWithOneLineThatNamesThem() {
        assertThat(EnvironmentRules.refusal(Main.class))
                .startsWith("user does not start: ")
                .contains("NATTER_OTP_PEPPER is missing", "NATTER_MONGODB_URL is missing");
    }
}
