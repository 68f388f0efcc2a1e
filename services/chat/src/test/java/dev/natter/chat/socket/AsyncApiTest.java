package dev.natter.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.testing.ApiDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document of the socket says what the socket takes and sends: no frame more and none less. */
class AsyncApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FRAMES = Path.of("src/test/resources/wire/frames");
    private static final ApiDocument DOCUMENT = ApiDocument.read(Path.of("asyncapi.yaml"));

    static List<Path> golden() throws IOException {
        try (var files = Files.list(FRAMES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void everyGoldenFrameIsAsDocumented(Path file) throws IOException {
        assertThat(DOCUMENT.frameViolations("toClient", JSON.readTree(file.toFile())))
                .isEmpty();
    }

    @Test
    void everyDocumentedFrameHasAGoldenOne() throws IOException {
        var golden = golden().stream().map(AsyncApiTest::typeOf).collect(Collectors.toSet());

        assertThat(DOCUMENT.messages("toClient").keySet()).isEqualTo(golden);
    }

    @Test
    void whatIsNotDocumentedIsNoticed() {
        var frame = JSON.createObjectNode().put("type", "resync");

        assertThat(DOCUMENT.frameViolations("toClient", frame)).isEmpty();
        assertThat(DOCUMENT.frameViolations("toClient", frame.deepCopy().put("reason", "x")))
                .isNotEmpty();
        assertThat(DOCUMENT.frameViolations("toClient", frame.deepCopy().put("type", "dance")))
                .isNotEmpty();
    }

    static Stream<JsonNode> examples() {
        return DOCUMENT.messages("fromClient").values().stream()
                .map(message -> DOCUMENT.root().at("/components/messages/" + message + "/examples/0/payload"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyFrameOfAClientHasAnExampleThatIsTaken(JsonNode example) {
        var decoded = new FrameDecoder(JSON).decode(example.toString());

        assertThat(decoded.refusal()).isNull();
        assertThat(Objects.requireNonNull(decoded.frame()).getClass().getSimpleName())
                .isEqualToIgnoringCase(example.path("type").asText());
        assertThat(DOCUMENT.frameViolations("fromClient", example)).isEmpty();
    }

    @Test
    void everyFrameThatIsTakenIsDocumented() {
        var taken = Stream.of(ClientFrame.class.getPermittedSubclasses())
                .map(type -> type.getSimpleName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());

        assertThat(DOCUMENT.messages("fromClient").keySet()).isEqualTo(taken);
    }

    private static String typeOf(Path file) {
        try {
            return JSON.readTree(file.toFile()).path("type").asText();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
