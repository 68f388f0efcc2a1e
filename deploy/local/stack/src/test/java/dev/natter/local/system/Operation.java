package dev.natter.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One operation of the REST API, as its document has it.
 *
 * @param example a body; empty when it has none
 * @param query the names of its parameters there
 */
record Operation(String method, String path, JsonObject example, List<String> query) {

    /** All that are public. */
    static List<Operation> all() {
        return Documents.REST.stream()
                .flatMap(document -> document.root().path("paths").properties().stream()
                        .filter(path -> !path.getKey().startsWith("/internal/"))
                        .flatMap(path -> path.getValue().properties().stream()
                                .filter(operation -> operation.getValue().has("responses"))
                                .map(operation -> new Operation(
                                        operation.getKey().toUpperCase(Locale.ROOT),
                                        path.getKey(),
                                        ExamplesIT.example(document.root(), operation.getValue()),
                                        queryOf(operation.getValue())))))
                .toList();
    }

    private static List<String> queryOf(JsonNode operation) {
        Stream<JsonNode> parameters =
                StreamSupport.stream(operation.path("parameters").spliterator(), false);
        return parameters
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }
}
