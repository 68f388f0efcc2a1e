package dev.natter.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What replicas of chat say to each other, also while an older and a newer build run side by side. */
class ReplicaWireTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"presence-changed", "members-changed", "profile-changed"})
    void presenceIsReadAndWrittenWithoutLoss(String file) throws IOException {
        readAndWrite(file, PresenceEvent.class, PresenceEvent.Unrecognised.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"frames-pushed", "frames-missed"})
    void deliveryIsReadAndWrittenWithoutLoss(String file) throws IOException {
        readAndWrite(file, DeliveryEvent.class, DeliveryEvent.Unrecognised.class);
    }

    @ParameterizedTest
    @ValueSource(classes = {PresenceEvent.class, DeliveryEvent.class})
    void everyEventHasAWireName(Class<?> family) {
        var named =
                Arrays.stream(family.getAnnotation(JsonSubTypes.class).value()).<Class<?>>map(JsonSubTypes.Type::value);
        var permitted = Stream.of(family.getPermittedSubclasses())
                .filter(type -> !type.getSimpleName().equals("Unrecognised"))
                .collect(Collectors.toSet());

        assertThat(named).containsExactlyInAnyOrderElementsOf(permitted);
    }

    @Test
    void aTypeFromTheFutureIsReadAsUnrecognised() throws IOException {
        assertThat(JSON.readValue("{\"type\":\"replica.danced\",\"steps\":3}", PresenceEvent.class))
                .isInstanceOf(PresenceEvent.Unrecognised.class);
        assertThat(JSON.readValue("{\"type\":\"frames.sung\"}", DeliveryEvent.class))
                .isInstanceOf(DeliveryEvent.Unrecognised.class);
    }

    @Test
    void whatPeopleWriteStaysOutOfToString() throws IOException {
        var pushed = JSON.readValue(getClass().getResource("/wire/frames-pushed.json"), DeliveryEvent.class);

        assertThat(pushed.toString()).doesNotContain("message");
    }

    private void readAndWrite(String file, Class<?> family, Class<?> unrecognised) throws IOException {
        var golden = JSON.readTree(getClass().getResource("/wire/" + file + ".json"));

        var read = JSON.treeToValue(golden, family);

        assertThat(read).isNotInstanceOf(unrecognised);
        assertThat(JSON.readTree(JSON.writeValueAsString(read))).isEqualTo(golden);
    }
}
