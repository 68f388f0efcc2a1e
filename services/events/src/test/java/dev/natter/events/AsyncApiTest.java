package dev.natter.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.testing.ApiDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document of the channels says what travels on them: no message more and none less. */
class AsyncApiTest {

    private static final Path WIRE = Path.of("src/test/resources/wire");
    private static final ApiDocument DOCUMENT = ApiDocument.read(Path.of("asyncapi.yaml"));

    static List<String> golden() throws IOException {
        try (var files = Files.list(WIRE)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void everyGoldenMessageIsAsDocumented(String name) throws IOException {
        var message = new ObjectMapper().readTree(WIRE.resolve(name + ".json").toFile());

        assertThat(DOCUMENT.violations("/components/messages/" + name + "/payload", message))
                .isEmpty();
    }

    @Test
    void everyDocumentedMessageHasAGoldenOne() throws IOException {
        var documented =
                DOCUMENT.root().at("/components/messages").properties().stream().map(entry -> entry.getKey());

        assertThat(documented).containsExactlyInAnyOrderElementsOf(golden());
    }

    @Test
    void everyChannelIsDocumented() {
        var documented = DOCUMENT.root().at("/channels").properties().stream().map(entry -> entry.getKey());

        assertThat(documented)
                .containsExactlyInAnyOrder(
                        Topology.OTP_MAIL,
                        Topology.NOTIFICATIONS,
                        Topology.PUSH_ENDED,
                        Topology.USER_EVENTS,
                        PresenceEvent.EXCHANGE,
                        DeliveryEvent.EXCHANGE);
    }
}
