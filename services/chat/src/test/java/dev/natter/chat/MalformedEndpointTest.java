package dev.natter.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed and malicious requests have no effect and get a problem of one shape. */
@QuarkusTest
class MalformedEndpointTest {

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private String conversation;

    @BeforeEach
    void startConversation() {
        conversation = ada.conversationWith(bob);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "\"x\"",
                "{}",
                "{\"memberIds\":null}",
                "{\"memberIds\":\"x\"}",
                "{\"memberIds\":{\"$ne\":\"\"}}",
                "{\"memberIds\":[{\"$ne\":\"\"}]}",
                "{\"memberIds\":[null]}",
                "{\"memberIds\":[5]}",
                "{\"memberIds\":[\"x\"],\"title\":{\"$gt\":\"\"}}",
                "{\"memberIds\":[\"x\"],\"title\":7}",
                "{\"memberIds\":[\"x\"],\"title\":\"  \"}",
                "{\"memberIds\":[\"x\"],\"memberIds\":[\"y\"]}",
                "{\"memberIds\":[\"x\"],\"title\":\"\\u202etxt\"}",
                "{\"memberIds\":[\"x\"],\"title\":\"a\\u0000\"}",
                "{\"memberIds\":[\"x\"],\"title\":\"\\u2800\"}"
            })
    void startsNoConversation(String body) {
        assertProblem(ada.request().contentType("application/json").body(body).post("/api/v1/conversations"), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"clientMessageId\":{\"$ne\":\"\"},\"text\":\"x\"}",
                "{\"clientMessageId\":\"{\\\"$ne\\\":\\\"\\\"}\",\"text\":\"x\"}",
                "{\"clientMessageId\":7,\"text\":\"x\"}",
                "{\"clientMessageId\":\"0b0f6ec4-6d5c-4c0e-9b8a-3f1e2d4c5b6a\"}",
                "{\"clientMessageId\":\"0b0f6ec4-6d5c-4c0e-9b8a-3f1e2d4c5b6a\",\"text\":{\"$gt\":\"\"}}",
                "{\"clientMessageId\":\"0b0f6ec4-6d5c-4c0e-9b8a-3f1e2d4c5b6a\",\"text\":[\"x\"]}",
                "{\"clientMessageId\":\"0b0f6ec4-6d5c-4c0e-9b8a-3f1e2d4c5b6a\",\"text\":5}",
                "{\"clientMessageId\":\"0b0f6ec4-6d5c-4c0e-9b8a-3f1e2d4c5b6a\",\"text\":\" \\n\"}",
                "{\"clientMessageId\":\"0b0f6ec4-6d5c-4c0e-9b8a-3f1e2d4c5b6a\",\"text\":\"\\u2800\"}",
                "{\"clientMessageId\":\"0b0f6ec4-6d5c-4c0e-9b8a-3f1e2d4c5b6a\",\"text\":\"\\u200b\\ufe0f\"}",
                "{\"clientMessageId\":\"0b0f6ec4-6d5c-4c0e-9b8a-3f1e2d4c5b6a\",\"text\":\"\\u0000\"}",
                "{\"clientMessageId\":\"0b0f6ec4-6d5c-4c0e-9b8a-3f1e2d4c5b6a\",\"text\":\"a\",\"text\":\"b\"}"
            })
    void sendsNothing(String body) {
        var answer = ada.request()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/conversations/{id}/messages", conversation);

        assertProblem(answer, 400);
        assertThat(bob.latest(conversation)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"seq\":null}",
                "{\"seq\":\"1\"}",
                "{\"seq\":1.5}",
                "{\"seq\":-1}",
                "{\"seq\":{\"$gt\":0}}"
            })
    void readsNothing(String body) {
        var answer = ada.request()
                .contentType("application/json")
                .body(body)
                .put("/api/v1/conversations/{id}/read", conversation);

        assertProblem(answer, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=x", "before=x", "after=-1", "before=1&after=1", "after=1.5"})
    void readsNoHistory(String query) {
        assertProblem(ada.request().get("/api/v1/conversations/" + conversation + "/messages?" + query), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=x", "after=x", "after=%7B%22$ne%22:1%7D"})
    void listsNothing(String query) {
        assertProblem(ada.request().get("/api/v1/conversations?" + query), 400);
    }

    @Test
    void refusesTextsThatAreTooLong() {
        var id = UUID.randomUUID().toString();

        assertThat(ada.post(conversation, id, "🥣".repeat(4000)).statusCode()).isEqualTo(201);
        assertProblem(ada.post(conversation, UUID.randomUUID().toString(), "🥣".repeat(4001)), 400);
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        assertProblem(ada.post(conversation, UUID.randomUUID().toString(), "x".repeat(65_000)), 400);
        assertProblem(ada.post(conversation, UUID.randomUUID().toString(), "x".repeat(66_000)), 413);
    }

    /** Each operation of the API document with a JSON body, for instance {@code PATCH /api/v1/conversations/{id}}. */
    static Stream<Arguments> operationsWithAJsonBody() throws IOException {
        return new JsonObject(Files.readString(Path.of("openapi.json")))
                .getJsonObject("paths").stream()
                        .flatMap(path -> ((JsonObject) path.getValue())
                                .stream()
                                        .filter(operation -> takesJson((JsonObject) operation.getValue()))
                                        .map(operation -> Arguments.of(
                                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey())));
    }

    private static boolean takesJson(JsonObject operation) {
        return operation.containsKey("requestBody")
                && operation
                        .getJsonObject("requestBody")
                        .getJsonObject("content")
                        .containsKey("application/json");
    }

    @ParameterizedTest
    @MethodSource("operationsWithAJsonBody")
    void refusesWhatIsNoJson(String method, String path) {
        var address = path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());

        assertProblem(ada.request().contentType("text/plain").body("{}").request(method, address), 415);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 800})
    void takesNoLongPathForAFault(int length) {
        for (var text : List.of("a", "/", "/a", "%00", "%ff", "..%2f", "ä")) {
            for (var path : List.of("/", "/api/v1/", "/api/v1/conversations/", "/api/v1/images/")) {
                var status = ada.request()
                        .urlEncodingEnabled(false)
                        .get(path + text.repeat(length / text.length()))
                        .statusCode();
                assertThat(status).as(path + text + "…").isLessThan(500);
            }
        }
    }

    @Test
    void knowsNoOtherPathsAndMethods() {
        assertProblem(ada.request().get("/api/v1/conversations/" + conversation + "/nothing"), 404);
        assertProblem(ada.request().delete("/api/v1/conversations/" + conversation), 405);
    }

    @Test
    void refusesAnImageThatIsNotThere() {
        var body = new JsonObject()
                .put("clientMessageId", UUID.randomUUID().toString())
                .put("imageId", "none");

        var answer = ada.request(body).post("/api/v1/conversations/{id}/messages", conversation);

        assertProblem(answer, 422);
        assertThat(answer.path("code").toString()).isEqualTo("image_not_found");
    }

    @Test
    void believesNoBadToken() {
        var expired = TestTokens.accessToken(ada.id(), "tab", Duration.ofMinutes(-1));

        for (var token : new String[] {expired, "x", "", TestTokens.accessToken(ada.id()) + "x"}) {
            assertProblem(given().header("Authorization", "Bearer " + token).get("/api/v1/conversations"), 401);
        }
    }

    @Test
    void keepsMarkupAndControlCharactersAsTheyAre() {
        var text = "<script>alert(1)</script> {\"$ne\":\"\"} \u202Eabc\u0000\u0007 ' OR 1=1 --";

        ada.send(conversation, text);

        assertThat(bob.latest(conversation).get(0).getString("text")).isEqualTo(text);
        assertThat(ada.history(conversation, Map.of()).contentType()).startsWith("application/json");
    }

    private static void assertProblem(Response answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        var problem = new JsonObject(answer.asString());
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.fieldNames()).contains("type", "title", "status", "detail", "code");
        assertThat(answer.header("X-Request-Id")).isNotBlank();
        assertThat(answer.asString()).doesNotContain("Exception", "at dev.natter", "java.");
    }
}
