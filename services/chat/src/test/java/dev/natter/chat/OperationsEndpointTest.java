package dev.natter.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What those who run the service rely on. */
@QuarkusTest
class OperationsEndpointTest {

    @Test
    void counts() {
        Caller.newUser().list(Map.of());

        assertThat(given().get("/q/metrics").asString())
                .contains("http_server_requests_seconds_count")
                .contains("uri=\"/api/v1/conversations\"");
    }

    @Test
    void hasTheFiguresOfSocketsBeforeTheFirstOneIsOpen() {
        assertThat(given().get("/q/metrics").asString())
                .contains("natter_socket_connections ")
                .contains("natter_delivery_missed_total ");
    }

    @Test
    void measuresItsCommandsToTheStore() {
        Caller.newUser().list(Map.of());

        assertThat(given().get("/q/metrics").asString())
                .containsPattern("mongodb_driver_commands_seconds_count\\{[^}]*collection=\"conversations\"");
    }

    @Test
    void echoesTheRequestIdOrMakesOne() {
        var caller = Caller.newUser();

        assertThat(caller.request()
                        .header("X-Request-Id", "from-outside.1")
                        .get("/api/v1/conversations")
                        .header("X-Request-Id"))
                .isEqualTo("from-outside.1");
        assertThat(caller.request()
                        .header("X-Request-Id", "not well-formed\t")
                        .get("/api/v1/conversations")
                        .header("X-Request-Id"))
                .matches("[0-9a-f-]{36}");
    }
}
