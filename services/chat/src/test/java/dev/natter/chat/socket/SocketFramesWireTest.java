package dev.natter.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.delivery.ServerFrame;
import dev.natter.chat.delivery.ServerFrame.ResyncFrame;
import dev.natter.chat.message.MessageFrame;
import dev.natter.web.JsonShape;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden files are the published form of the socket's own frames; the web app's tests read the same ones. */
class SocketFramesWireTest {

    private static final ObjectMapper JSON = json();
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final String CLIENT_MESSAGE_ID = "0b0f6ec4-6d5c-4c0e-9b8a-3f1e2d4c5b6a";

    static Stream<Arguments> frames() {
        return Stream.of(
                Arguments.of(
                        "ready",
                        new SocketFrame.Ready(
                                "0198c5e2-0000-7000-8000-00000000000a", "0198c5e2-0000-7000-8000-0000000000c1", NOON)),
                Arguments.of(
                        "sent",
                        MessageFrame.sent(new MessageView(
                                "0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0e",
                                "0198c5e2-0000-7000-8000-000000000001",
                                17,
                                "0198c5e2-0000-7000-8000-00000000000a",
                                CLIENT_MESSAGE_ID,
                                "Soup?",
                                null,
                                NOON))),
                Arguments.of("resync", new ResyncFrame()),
                Arguments.of("token-expired", new SocketFrame.TokenExpired()),
                Arguments.of("signed-out", new SocketFrame.SessionEnded()),
                Arguments.of("authenticated", new SocketFrame.Authenticated(NOON.plusSeconds(900))),
                Arguments.of(
                        "error",
                        new SocketFrame.Refused(
                                "conversation_not_found", "There is no such conversation.", CLIENT_MESSAGE_ID)),
                Arguments.of(
                        "error-of-no-message",
                        new SocketFrame.Refused("bad_frame", "The frame is not one JSON object.", null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void matchesItsGoldenFile(String file, ServerFrame frame) throws IOException {
        try (var golden = getClass().getResourceAsStream("/wire/frames/" + file + ".json")) {
            assertThat(JSON.readTree(JSON.writeValueAsString(frame))).isEqualTo(JSON.readTree(golden));
        }
    }

    private static ObjectMapper json() {
        var json = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        new JsonShape().customize(json);
        return json;
    }
}
