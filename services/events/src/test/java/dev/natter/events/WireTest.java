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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden files are the wire: a change here breaks a service that is not restarted at the same instant. */
class WireTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Stream<Arguments> golden() {
        return Stream.of(
                Arguments.of("otp-mail", OtpMail.class),
                Arguments.of("notification-mail", Notification.class),
                Arguments.of("notification-push", Notification.class),
                Arguments.of("push-ended", PushEnded.class),
                Arguments.of("user-registered", UserEvent.class),
                Arguments.of("user-changed", UserEvent.class),
                Arguments.of("user-renamed", UserEvent.class),
                Arguments.of("user-deleted", UserEvent.class),
                Arguments.of("session-ended", UserEvent.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("golden")
    void isReadAndWrittenWithoutLoss(String file, Class<?> type) throws IOException {
        var golden = JSON.readTree(getClass().getResource("/wire/" + file + ".json"));

        var read = JSON.treeToValue(golden, type);

        assertThat(JSON.readTree(JSON.writeValueAsString(read))).isEqualTo(golden);
    }

    @Test
    void everyUserEventHasAWireNameThatIsItsRoutingKey() throws IOException {
        var named = Arrays.stream(
                        UserEvent.class.getAnnotation(JsonSubTypes.class).value())
                .<Class<?>>map(JsonSubTypes.Type::value)
                .collect(Collectors.toSet());
        var permitted = Arrays.stream(UserEvent.class.getPermittedSubclasses())
                .filter(type -> type != UserEvent.Unrecognised.class)
                .collect(Collectors.toSet());

        assertThat(named).isEqualTo(permitted);
        for (var file : Set.of("user-registered", "user-changed", "user-renamed", "user-deleted", "session-ended")) {
            var golden = JSON.readTree(getClass().getResource("/wire/" + file + ".json"));
            assertThat(JSON.treeToValue(golden, UserEvent.class).routingKey())
                    .isEqualTo(golden.get("type").asText());
        }
    }

    @Test
    void aTypeFromTheFutureIsReadAsUnrecognised() throws IOException {
        var event = JSON.readValue("{\"type\":\"user.crowned\",\"crown\":\"gold\"}", UserEvent.class);

        assertThat(event).isInstanceOf(UserEvent.Unrecognised.class);
    }

    @Test
    void theCodeAndTheAddressStayOutOfToString() throws IOException {
        var mail = JSON.readValue(getClass().getResource("/wire/otp-mail.json"), OtpMail.class);

        assertThat(mail.toString()).doesNotContain("482913").doesNotContain("ada@");
    }

    @Test
    void whereMailsGoAndHowTheyEndStaysOutOfToString() throws IOException {
        var changed = JSON.readValue(getClass().getResource("/wire/user-changed.json"), UserEvent.class);
        var mail = JSON.readValue(getClass().getResource("/wire/notification-mail.json"), Notification.class);

        assertThat(changed.toString()).doesNotContain("ada@").doesNotContain("AAAAAAAA");
        assertThat(mail.toString()).doesNotContain("operator@").doesNotContain("unsubscribe/");
    }
}
