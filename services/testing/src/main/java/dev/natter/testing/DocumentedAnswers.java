package dev.natter.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds every answer that a {@code @QuarkusTest} gets through REST Assured against the {@code openapi.json} of its module,
 * if that has one. Answers of paths that the document does not know (health, what other services ask) are left alone.
 */
public final class DocumentedAnswers implements QuarkusTestBeforeEachCallback, Filter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILE = Path.of("openapi.json");

    private final @Nullable ApiDocument document = Files.exists(FILE) ? ApiDocument.read(FILE) : null;

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (document != null) {
            RestAssured.replaceFiltersWith(List.of(this));
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var answer = context.next(request, expected);
        var violations = violations(request, answer);
        if (!violations.isEmpty()) {
            throw new AssertionError("not as documented: " + violations + " " + answer.asString());
        }
        return answer;
    }

    private List<String> violations(FilterableRequestSpecification request, Response answer) {
        var text = answer.asString();
        var found = document == null
                ? null
                : document.answerViolations(
                        request.getMethod(),
                        URI.create(request.getURI()).getPath(),
                        answer.statusCode(),
                        answer.contentType(),
                        text.isEmpty() ? null : parse(text));
        return found == null ? List.of() : found;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            // A text, or bytes that the document calls a string.
            return JSON.getNodeFactory().textNode(text);
        }
    }
}
