package dev.natter.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WebEndpointTest {

    @TestHTTPResource
    URI service;

    private static ValidatableResponse echo(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/echo").then();
    }

    private static void isProblem(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .header("X-Request-Id", matchesPattern("[A-Za-z0-9._-]{1,64}"))
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("about:blank"))
                .body("title", matchesPattern(".+"))
                .body("detail", matchesPattern(".+"));
    }

    @Test
    void anInstantHasExactlyThreeDigitsAfterTheSecond() {
        echo("{\"text\":\"hi\",\"at\":\"2026-01-02T03:04:05Z\"}")
                .statusCode(200)
                .body("at", equalTo("2026-01-02T03:04:05.000Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"text\"",
                "{\"text\":\"a\",\"at\":\"yesterday\"}",
                "null",
                "\u0000",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"text\":\"a\",\"other\":1,\"other\":2}"
            })
    void aBodyThatIsNotWhatItShouldBeIsABadRequest(String body) {
        isProblem(echo(body), 400, "bad_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a/b/c", ";;", "*/*;q=0.5, ;;"})
    void aMalformedAcceptIsABadRequestBeforeAnythingIsDone(String accept) {
        isProblem(
                given().header("Accept", accept)
                        .contentType(ContentType.JSON)
                        .body("{\"text\":\"hi\"}")
                        .post("/echo/answered")
                        .then(),
                400,
                "bad_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anEmptyAcceptPrefersNothing(String accept) {
        given().header("Accept", accept)
                .contentType(ContentType.JSON)
                .body("{\"text\":\"hi\"}")
                .post("/echo/answered")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"text\":{\"$ne\":\"\"}}|text", "{\"text\":7}|text", "{\"text\":\"a\",\"times\":\"7\"}|times"})
    void nothingIsConvertedSilently(String body, String field) {
        var answer = echo(body);
        isProblem(answer, 400, "bad_request");
        answer.body("errors", hasSize(1)).body("errors[0].field", equalTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"text\":\"\"}", "{\"text\":\"too long\"}"})
    void aFieldThatBreaksItsRuleIsNamed(String body) {
        var answer = echo(body);
        isProblem(answer, 400, "bad_request");
        answer.body("errors", hasSize(1))
                .body("errors[0].field", equalTo("text"))
                .body("errors[0].detail", matchesPattern(".+"))
                .body("$", not(org.hamcrest.Matchers.hasKey("violations")));
    }

    @Test
    void nestingWithoutEndIsABadRequest() {
        isProblem(echo("{\"text\":" + "[".repeat(2_000)), 400, "bad_request");
    }

    @Test
    void aRefusalIsAProblemWithItsCodeAndTheSecondsToWait() {
        var answer = given().get("/echo/refused").then();
        isProblem(answer, 429, "rate_limited");
        answer.header("Retry-After", "2").body("detail", equalTo("Slow down."));
    }

    @Test
    void aFaultTellsNothingOfTheInside() {
        var answer = given().get("/echo/broken").then();
        isProblem(answer, 500, "internal");
        answer.body(not(containsString("secret"))).body(not(containsString("Exception")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/echo/nowhere", "/q/nowhere"})
    void anUnknownPathIsAProblem(String path) {
        isProblem(given().get(path).then(), 404, "not_found");
    }

    @Test
    void aWrongMethodIsAProblem() {
        isProblem(given().delete("/echo").then(), 405, "method_not_allowed");
    }

    @Test
    void aWrongMediaTypeIsAProblem() {
        isProblem(given().contentType("text/plain").body("hi").post("/echo").then(), 415, "unsupported_media_type");
    }

    @Test
    void aBodyOverTheLimitIsAProblem() {
        isProblem(echo("{\"text\":\"" + "a".repeat(70_000) + "\"}"), 413, "too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100\r\n\r\n{", "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"})
    void aBodyThatDoesNotArriveEndsItsConnection(String beginning) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            var request = "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + beginning;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 408").contains("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer x", "Bearer a.b.c", "Basic YTpi", "bearer \u00e4"})
    void refusesAnInvalidToken(String authorization) {
        isProblem(
                given().header("Authorization", authorization).get("/echo/mine").then(), 401, "unauthorized");
    }

    @Test
    void theCallersRequestIdIsEchoed() {
        given().header("X-Request-Id", "mine-1.a_B").get("/echo/refused").then().header("X-Request-Id", "mine-1.a_B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with space",
                "new\tline",
                "<b>",
                "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void aMalformedRequestIdIsReplaced(String id) {
        given().header("X-Request-Id", id)
                .get("/echo/refused")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }
}
