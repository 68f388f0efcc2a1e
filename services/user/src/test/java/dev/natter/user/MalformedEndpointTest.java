package dev.natter.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No request is a server error, whatever is in it. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class MalformedEndpointTest {

    @TestHTTPResource
    URI service;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\":\"a@example.com\",\"email\":\"b@example.com\"}",
                "{\"other\":1,\"other\":2,\"email\":\"a@example.com\"}",
                "{\"other\":{\"a\":1,\"a\":2},\"email\":\"a@example.com\"}"
            })
    void aKeyThatComesTwiceIsABadRequest(String body) {
        for (var path : new String[] {"/api/v1/auth/otp", "/api/v1/auth/otp/verify"}) {
            Person.stranger()
                    .asks()
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("bad_request"));
        }
        Person.stranger()
                .signsIn()
                .asks()
                .body("{\"name\":\"a\",\"name\":\"b\"}")
                .patch("/api/v1/users/me")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 800})
    void aLongPathIsNoFault(int length) {
        var ada = Person.stranger().signsIn();
        for (var text : new String[] {"a", "/", "/a", "%00", "%ff", "..%2f", "ä"}) {
            var tail = text.repeat(length / text.length());
            for (var path : new String[] {"/", "/api/v1/users/", "/api/v1/auth/sessions/", "/.well-known/jwks.json"}) {
                var status = ada.asks()
                        .urlEncodingEnabled(false)
                        .when()
                        .get(path + tail)
                        .statusCode();
                assertThat(status).as(path + text + "…").isLessThan(500);
            }
        }
    }

    @Test
    void anOddHostIsNoFault() throws IOException {
        for (var host :
                new String[] {"", "localhost", "localhost:", "localhost:-1", "localhost:99999", "[", "a b", "%"}) {
            for (var path : new String[] {"/api/v1/users/me", "/q", "/q/health", "//", "/nowhere"}) {
                var answer = raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
                assertThat(answer)
                        .as(host + path)
                        .matches("(?s)(HTTP/1\\.[01] [1-4].*)?")
                        .doesNotContain(":-1");
            }
        }
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "natter_refresh=;",
                "natter_refresh=\"",
                "natter_refresh",
                "=",
                ";;;",
                "natter_refresh=a; natter_refresh=b"
            })
    void anOddCookieIsNoFault(String cookie) {
        given().header("Cookie", cookie).post("/api/v1/auth/refresh").then().statusCode(401);
    }
}
