package dev.natter.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.local.stack.console.LaunchFailure;
import dev.natter.local.stack.service.ServiceKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Path ROOT = Path.of("/natter");

    @Test
    void withoutAnythingItIsAsTheReadmeSays() {
        var settings = Settings.of(List.of(), Map.of(), ROOT);

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.inboxPort()).isEqualTo(8025);
        assertThat(settings.data()).isEqualTo(Path.of("/natter/.natter"));
        assertThat(settings.replicas()).containsOnlyKeys(ServiceKind.values()).containsEntry(ServiceKind.CHAT, 1);
        assertThat(settings.fresh()).isFalse();
        assertThat(settings.nativeWanted()).isFalse();
    }

    @Test
    void optionsAndVariablesAreHeard() {
        var settings = Settings.of(
                List.of("--native", "--fresh"),
                Map.of(
                        "NATTER_PORT", "0",
                        "NATTER_DATA", "/tmp/other",
                        "NATTER_CHAT_REPLICAS", "2",
                        "NATTER_READY_FILE", "/tmp/ready.json",
                        "NATTER_REDIS_URL", "redis://127.0.0.1:6379",
                        "NATTER_INBOX_PORT", ""),
                ROOT);

        assertThat(settings.fresh()).isTrue();
        assertThat(settings.nativeWanted()).isTrue();
        assertThat(settings.port()).isZero();
        assertThat(settings.inboxPort()).isEqualTo(8025);
        assertThat(settings.data()).isEqualTo(Path.of("/tmp/other"));
        assertThat(settings.replicas()).containsEntry(ServiceKind.CHAT, 2);
        assertThat(settings.readyFile()).isEqualTo(Path.of("/tmp/ready.json"));
        assertThat(settings.redis()).hasToString("redis://127.0.0.1:6379");
    }

    @ParameterizedTest
    @CsvSource({
        "NATTER_PORT, 80 80",
        "NATTER_PORT, -1",
        "NATTER_PORT, 65536",
        "NATTER_INBOX_PORT, inbox",
        "NATTER_CHAT_REPLICAS, 0",
        "NATTER_CHAT_REPLICAS, 1000",
        "NATTER_RABBITMQ_URL, amqp://a b",
    })
    void aWrongOneIsNamed(String name, String value) {
        assertThatThrownBy(() -> Settings.of(List.of(), Map.of(name, value), ROOT))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageStartingWith(name)
                .hasMessageNotContaining("\n");
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThatThrownBy(() -> Settings.of(List.of("--frish"), Map.of(), ROOT))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("--frish");
    }
}
