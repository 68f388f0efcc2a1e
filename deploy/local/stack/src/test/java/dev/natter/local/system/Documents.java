package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.natter.testing.ApiDocument;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Holds every answer and every frame that the system tests see against the API documents. */
final class Documents {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final List<ApiDocument> REST = Stream.of("user", "chat")
            .map(service -> ApiDocument.read(RunningStack.ROOT.resolve("services/" + service + "/openapi.json")))
            .toList();
    static final ApiDocument SOCKET = ApiDocument.read(RunningStack.ROOT.resolve("services/chat/asyncapi.yaml"));

    private Documents() {}

    /** Fails when the answer is not as documented; answers of paths that are no part of the public API are left alone. */
    static void check(String method, HttpResponse<String> answer) {
        var path = answer.uri().getPath();
        if (path.startsWith("/internal/")) {
            return;
        }
        var contentType = answer.headers().firstValue("Content-Type").orElse(null);
        var body = answer.body().isEmpty() ? null : parse(answer.body());
        var violations = REST.stream()
                .map(document -> document.answerViolations(method, path, answer.statusCode(), contentType, body))
                .filter(Objects::nonNull)
                .findFirst();

        violations.ifPresent(found -> assertThat(found).as(answer.body()).isEmpty());
    }

    /** What is wrong with a frame from the server. */
    static List<String> violations(String frame) {
        return SOCKET.frameViolations("toClient", parse(frame));
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            // Of another type, such as an archive.
            return TextNode.valueOf(text);
        }
    }
}
