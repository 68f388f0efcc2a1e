package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example in the API documents is sent, and understood. */
@ExtendWith(OneStack.class)
class ExamplesIT {

    private final RunningStack stack;

    ExamplesIT(RunningStack stack) {
        this.stack = stack;
    }

    static Stream<Arguments> requests() {
        return Documents.REST.stream()
                .flatMap(document -> document.root().path("paths").properties().stream()
                        .flatMap(path -> path.getValue().properties().stream()
                                .filter(operation -> operation
                                        .getValue()
                                        .at("/requestBody/content")
                                        .has("application/json"))
                                .map(operation -> Arguments.of(
                                        operation.getKey().toUpperCase(Locale.ROOT),
                                        path.getKey(),
                                        example(document.root(), operation.getValue())))));
    }

    /** The example of the body of an operation, empty when it has none. */
    static JsonObject example(JsonNode document, JsonNode operation) {
        var schema = operation
                .at("/requestBody/content/application~1json/schema/$ref")
                .textValue();
        var body = new JsonObject();
        if (schema == null) {
            return body;
        }
        document.at(schema.substring(1)).path("properties").properties().stream()
                .filter(property -> property.getValue().has("examples"))
                .forEach(property ->
                        body.put(property.getKey(), value(property.getValue().at("/examples/0"))));
        return body;
    }

    private static Object value(JsonNode example) {
        return example.isContainerNode() || example.isTextual()
                ? new JsonObject("{\"it\":" + example + "}").getValue("it")
                : example.numberValue();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyExampleOfARequestIsUnderstood(String method, String path, JsonObject example) {
        var ada = Person.signIn(stack, "ada");
        var conversation = ada.converse(Person.signIn(stack, "bob"));

        if (example.containsKey("email")) {
            // Another address: one gets a mail a minute at most.
            example.put("email", UUID.randomUUID() + example.getString("email"));
        }
        var answer = ada.call(
                method,
                path.replace("{conversationId}", conversation)
                        .replaceAll("\\{\\w+}", UUID.randomUUID().toString()),
                example);

        assertThat(example.isEmpty()).isFalse();
        assertThat(answer.statusCode()).as(answer.body()).isNotIn(400, 405, 415, 500);
    }

    @Test
    void everyExampleOfAFrameIsUnderstood() {
        var ada = Person.signIn(stack, "ada");
        var conversation = ada.converse(Person.signIn(stack, "bob"));
        var frames = Documents.SOCKET.messages("fromClient").values().stream()
                .map(message -> Documents.SOCKET.root().at("/components/messages/" + message + "/examples/0/payload"))
                .map(payload -> new JsonObject(payload.toString()))
                .map(frame -> frame.containsKey("conversationId") ? frame.put("conversationId", conversation) : frame)
                .map(frame -> frame.containsKey("accessToken") ? frame.put("accessToken", ada.accessToken()) : frame)
                .toList();
        try (var adas = ada.socket(stack.app())) {
            frames.forEach(adas::send);
            adas.send(new JsonObject(Map.of("type", "dance")));

            // Only the unknown frame is answered.
            var error = adas.next(frame -> frame.getString("type").equals("error"));
            assertThat(error.getString("code")).isEqualTo("unknown_type");
            adas.next(frame -> frame.getString("type").equals("sent"));
            adas.next(frame -> frame.getString("type").equals("authenticated"));
            assertThat(adas.count(frame -> frame.getString("type").equals("error")))
                    .isEqualTo(1);
        }
    }
}
