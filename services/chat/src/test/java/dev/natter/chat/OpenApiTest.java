package dev.natter.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document that is checked in is the one that is served. The web app's types are generated from it. */
@QuarkusTest
class OpenApiTest {

    /** {@code -Dnatter.openapi.update} writes the file instead of comparing it. */
    private static final String UPDATE = "natter.openapi.update";

    private static final Path CHECKED_IN = Path.of("openapi.json");

    @Test
    void theCheckedInDocumentIsTheServedOne() throws IOException {
        var served = new JsonObject(
                        given().queryParam("format", "json").get("/q/openapi").asString())
                .encodePrettily();
        if (System.getProperty(UPDATE) != null) {
            Files.writeString(CHECKED_IN, served + "\n");
        }

        var checkedIn = Files.readString(CHECKED_IN);

        assertThat(checkedIn.strip()).isEqualTo(served.strip());
    }
}
