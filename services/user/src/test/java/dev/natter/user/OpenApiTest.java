package dev.natter.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.user.support.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document that is checked in is the one that the service shows; others generate their types from it. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class OpenApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theDocumentIsTheOneThatIsCheckedIn() throws IOException {
        var shown = JSON.readTree(
                given().accept("application/json").get("/q/openapi").asString());
        var checkedIn = JSON.readTree(Files.readString(Path.of("openapi.json")));

        assertThat(shown)
                .as("the document has changed: copy target/openapi/openapi.json to services/user/openapi.json")
                .isEqualTo(checkedIn);
    }
}
