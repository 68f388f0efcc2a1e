package dev.natter.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import dev.natter.testing.ArchitectureRules;
import dev.natter.testing.TestTokens;
import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    private static Map<String, String> complete() {
        return new HashMap<>(Map.of(
                "NATTER_MONGODB_URL", "mongodb://a,b:27018/natter?replicaSet=rs0",
                "NATTER_REDIS_URL", "rediss://:secret@redis.example.com:6380/1",
                "NATTER_RABBITMQ_HOST", "rabbitmq",
                "NATTER_RABBITMQ_USERNAME", "natter",
                "NATTER_RABBITMQ_PASSWORD", "secret",
                "NATTER_PUBLIC_ORIGIN", "https://chat.example.com",
                "NATTER_INTERNAL_TOKEN", "0123456789abcdef0123456789abcdef",
                "NATTER_SIGNING_KEYS", TestTokens.signingKeys(),
                "NATTER_OTP_PEPPER", Base64.getEncoder().encodeToString(new byte[32])));
    }

    @Test
    void whatIsCompleteIsNotComplainedOf() {
        assertThat(Environment.complaints(complete())).isEmpty();
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
                "NATTER_INTERNAL_TOKEN",
                "NATTER_SIGNING_KEYS",
                "NATTER_OTP_PEPPER"
            })
    void whatIsMissingIsNamed(String name) {
        var environment = complete();
        environment.remove(name);
        assertThat(Environment.complaints(environment)).containsExactly(name + " is missing");

        environment.put(name, " ");
        assertThat(Environment.complaints(environment)).containsExactly(name + " is missing");
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

        assertThat(Environment.complaints(environment))
                .singleElement()
                .asString()
                .startsWith(name + " ")
                .doesNotContain("s3cret")
                .doesNotContain("\n");
    }

    @Test
    void everySettingThatIsMappedIsLookedThroughAndDocumented() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var mapped = ArchitectureRules.classes("dev.natter.user").stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .flatMap(type -> type.getMethods().stream())
                .map(EnvironmentTest::variable)
                .toList();

        assertThat(mapped).hasSizeGreaterThan(20);
        assertThat(Environment.SETTINGS).extracting(Setting::name).containsAll(mapped);
        assertThat(Environment.SETTINGS).extracting(Setting::name).allMatch(name -> readme.contains("`" + name + "`"));
    }

    private static String variable(JavaMethod method) {
        var prefix = method.getOwner().getAnnotationOfType(ConfigMapping.class).prefix();
        var words = method.getName().replaceAll("([A-Z])", "-$1");
        return (prefix + "." + words).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    @Test
    void withoutItsSettingsTheProcessEndsWithOneLineThatNamesThem() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("NATTER_"));

        var process = builder.start();

        var lines = process.inputReader().lines().toList();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(78);
        assertThat(lines).singleElement().asString().startsWith("user does not start: ");
        assertThat(Arrays.asList("NATTER_OTP_PEPPER", "NATTER_MONGODB_URL"))
                .allMatch(name -> lines.get(0).contains(name + " is missing"));
    }
}
