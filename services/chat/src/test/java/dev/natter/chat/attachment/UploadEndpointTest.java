package dev.natter.chat.attachment;

import static dev.natter.chat.Caller.json;
import static dev.natter.testing.images.TestImages.encoded;
import static dev.natter.testing.images.TestImages.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import dev.natter.chat.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UploadEndpointTest {

    private static final byte[] PNG = encoded("png", 60, 40);

    private final Caller ada = Caller.newUser();

    @Test
    void offersAnUploadAsTheContractSays() {
        var offered = json(Uploads.offer(ada, "image/png", PNG.length), 201);

        assertThat(offered.fieldNames()).containsExactly("imageId", "upload");
        var upload = offered.getJsonObject("upload");
        assertThat(upload.fieldNames()).containsExactly("method", "url", "headers", "expiresAt");
        assertThat(upload.getString("method")).isEqualTo("PUT");
        assertThat(upload.getString("url")).contains("/uploads/" + offered.getString("imageId") + "?");
        assertThat(upload.getJsonObject("headers")).isEqualTo(new JsonObject().put("Content-Type", "image/png"));
        assertThat(upload.getString("expiresAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @ParameterizedTest
    @CsvSource({
        "image/svg+xml, 100, 415, image_type_not_supported",
        "text/html, 100, 415, image_type_not_supported",
        "image/png, 10485761, 413, image_too_large",
        "image/png, 9223372036854775807, 413, image_too_large",
        "image/png, 0, 400, bad_request",
        "image/png, -1, 400, bad_request"
    })
    void refusesToTakeOtherThings(String contentType, long bytes, int status, String code) {
        var refused = json(Uploads.offer(ada, contentType, bytes), status);

        assertThat(refused.getString("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"contentType\":\"image/png\"}",
                "{\"bytes\":7}",
                "{\"contentType\":\"image/png\",\"bytes\":\"7\"}",
                "{\"contentType\":\"image/png\",\"bytes\":7.5}",
                "{\"contentType\":\"image/png\",\"bytes\":99999999999999999999}",
                "{\"contentType\":{\"$ne\":\"\"},\"bytes\":7}"
            })
    void refusesWhatIsMalformed(String body) {
        ada.request()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/images")
                .then()
                .statusCode(400);
    }

    @Test
    void takesTheGreatestImage() {
        assertThat(Uploads.offer(ada, "image/gif", 10_485_760).statusCode()).isEqualTo(201);
    }

    @Test
    void pinsTypeAndLength() {
        var upload = json(Uploads.offer(ada, "image/png", PNG.length), 201).getJsonObject("upload");

        assertThat(Uploads.put(upload, "text/html", PNG)).isEqualTo(403);
        assertThat(Uploads.put(upload, "image/png", join(PNG, new byte[1]))).isEqualTo(403);
        assertThat(Uploads.put(upload, "image/png", PNG)).isEqualTo(200);
    }

    @Test
    void uploadsAreCountedByUser() {
        var eager = Caller.newUser();
        var answers = Parallel.times(
                AttachmentBed.UPLOADS_PER_HOUR + 5, number -> Uploads.offer(eager, "image/png", PNG.length));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201).count())
                .isEqualTo(AttachmentBed.UPLOADS_PER_HOUR);
        answers.stream().filter(answer -> answer.statusCode() != 201).forEach(answer -> {
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 3600);
            assertThat(answer.path("code").toString()).isEqualTo("rate_limited");
            assertThat(answer.header("RateLimit")).startsWith("\"image\";r=0;t=");
        });
        assertThat(Uploads.offer(ada, "image/png", PNG.length).statusCode()).isEqualTo(201);
    }
}
