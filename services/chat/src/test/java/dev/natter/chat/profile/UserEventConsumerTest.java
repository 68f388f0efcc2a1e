package dev.natter.chat.profile;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserEventConsumerTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String RENAMED = """
            {"type":"user.renamed","eventId":"e","occurredAt":"2026-05-04T12:00:00.000Z","userId":"ada",
             "name":"Countess","createdAt":"2026-01-02T03:04:05.678Z","version":2,"new":"field"}""";

    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final UserEventConsumer consumer = consumer(profiles);

    @Test
    void keepsTheProfileOfAnEvent() {
        take(consumer, RENAMED);
        take(consumer, RENAMED.replace("renamed", "registered").replace("ada", "bob"));

        assertThat(profiles.get("ada").name()).isEqualTo("Countess");
        assertThat(profiles.get("bob").version()).isEqualTo(2);
        assertThat(count("kept")).isEqualTo(2);
    }

    @Test
    void acknowledgesAndCountsATypeOfTheFuture() {
        take(consumer, "{\"type\":\"user.crowned\",\"crown\":\"gold\"}");

        assertThat(count("ignored")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"x\"",
                "{\"type\":\"user.renamed\",\"version\":\"many\"}",
                "{\"type\":\"user.renamed\"}",
                "{\"type\":\"user.renamed\",\"userId\":\"ada\"}"
            })
    void acknowledgesAndCountsWhatIsMalformed(String body) {
        take(consumer, body);

        assertThat(count("malformed")).isEqualTo(1);
    }

    @Test
    void triesAgainUntilTheStoreIsBack() {
        var tries = new AtomicInteger();
        var flaky = new InMemoryProfiles() {
            @Override
            Uni<Kept> keep(Profile profile) {
                return tries.incrementAndGet() < 3
                        ? Uni.createFrom().failure(new IllegalStateException("away"))
                        : super.keep(profile);
            }
        };

        take(consumer(flaky), RENAMED);

        assertThat(flaky.get("ada").name()).isEqualTo("Countess");
    }

    private UserEventConsumer consumer(InMemoryProfiles store) {
        return new UserEventConsumer(
                store.service(new StubDirectory()),
                sessionId -> Uni.createFrom().voidItem(),
                new BrokerClient(null),
                JSON,
                meters);
    }

    private static void take(UserEventConsumer consumer, String body) {
        get(consumer.take(body.getBytes(StandardCharsets.UTF_8)));
    }

    private double count(String outcome) {
        return meters.counter("natter.user.events", "outcome", outcome).count();
    }
}
