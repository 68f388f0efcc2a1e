package dev.natter.chat.image;

import static dev.natter.chat.Caller.items;
import static dev.natter.chat.Caller.json;
import static dev.natter.chat.image.format.Pictures.encoded;
import static dev.natter.chat.image.format.Pictures.join;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import dev.natter.chat.Parallel;
import dev.natter.chat.image.format.Pictures;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class ImageDoorTest {

    private static final byte[] PNG = encoded("png", 60, 40);
    private static final byte[] JPEG = encoded("jpeg", 60, 40);

    private final Caller ada = Caller.anybody();
    private final Caller bob = Caller.anybody();
    private final Caller mallory = Caller.anybody();

    static Stream<Arguments> images() {
        return Stream.of(
                Arguments.of("image/png", PNG),
                Arguments.of("image/jpeg", JPEG),
                Arguments.of("image/gif", encoded("gif", 60, 40)),
                Arguments.of("image/webp", Pictures.webp(60, 40)),
                Arguments.of("image/png", join(PNG, new byte[1_500_000])));
    }

    @ParameterizedTest
    @MethodSource("images")
    void travelsFromOneToTheOther(String contentType, byte[] bytes) {
        var conversation = ada.conversationWith(bob);
        var imageId = Uploads.uploaded(ada, contentType, bytes);

        var message = json(send(ada, conversation, UUID.randomUUID().toString(), imageId, "Look!"), 201);

        assertThat(message.getJsonObject("image"))
                .isEqualTo(new JsonObject()
                        .put("id", imageId)
                        .put("contentType", contentType)
                        .put("width", 60)
                        .put("height", 40)
                        .put("bytes", bytes.length));
        assertThat(message.getString("text")).isEqualTo("Look!");
        assertThat(bob.latest(conversation)).containsExactly(message);
        assertThat(bob.show(conversation).getJsonObject("lastMessage")).isEqualTo(message);
        assertThat(items(bob.list(Map.of())).get(0).getJsonObject("lastMessage"))
                .isEqualTo(message);
        var got = follow(show(bob, imageId));
        assertThat(got.body()).isEqualTo(bytes);
        assertThat(got.headers().firstValue("Content-Type")).hasValue(contentType);
        assertThat(got.headers().firstValue("Content-Disposition").orElse("")).startsWith("inline; filename=");
    }

    @Test
    void needsNoText() {
        var conversation = ada.conversationWith(bob);

        var message = json(
                send(ada, conversation, UUID.randomUUID().toString(), Uploads.uploaded(ada, "image/png", PNG), null),
                201);

        assertThat(message.getValue("text")).isNull();
        assertThat(message.getJsonObject("image").getInteger("width")).isEqualTo(60);
    }

    @Test
    void isSentOnceHoweverOftenTheClientRepeatsItself() {
        var conversation = ada.conversationWith(bob);
        var imageId = Uploads.uploaded(ada, "image/png", PNG);
        var clientMessageId = UUID.randomUUID().toString();

        var answers = Parallel.times(8, number -> send(ada, conversation, clientMessageId, imageId, null));
        var later = send(ada, conversation, clientMessageId, imageId, null);

        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(200, 201);
        assertThat(answers).extracting(Response::asString).containsOnly(later.asString());
        assertThat(bob.latest(conversation)).hasSize(1);
    }

    @Test
    void mayBeSentAgainByItsOwner() {
        var withBob = ada.conversationWith(bob);
        var withMallory = ada.conversationWith(mallory);
        var imageId = Uploads.uploaded(ada, "image/png", PNG);
        json(send(ada, withBob, UUID.randomUUID().toString(), imageId, null), 201);
        assertThat(show(mallory, imageId).statusCode()).isEqualTo(404);

        json(send(ada, withMallory, UUID.randomUUID().toString(), imageId, null), 201);

        assertThat(show(mallory, imageId).statusCode()).isEqualTo(302);
    }

    @Test
    void isShownToNobodyElse() {
        var conversation = ada.conversationWith(bob);
        var imageId = Uploads.uploaded(ada, "image/png", PNG);
        assertThat(show(ada, imageId).statusCode()).isEqualTo(302);
        assertThat(show(bob, imageId).statusCode()).isEqualTo(404);

        json(send(ada, conversation, UUID.randomUUID().toString(), imageId, null), 201);

        assertThat(show(ada, imageId).statusCode()).isEqualTo(302);
        assertThat(show(bob, imageId).statusCode()).isEqualTo(302);
        var unknown = show(mallory, UUID.randomUUID().toString());
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(show(mallory, imageId).asString()).isEqualTo(unknown.asString());
        assertThat(unknown.path("code").toString()).isEqualTo("image_not_found");
        given().get("/api/v1/images/{id}", imageId).then().statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/images")
                .then()
                .statusCode(401);
    }

    @Test
    void isNothingThatSomebodyElseCouldSend() {
        var conversation = bob.conversationWith(mallory);
        var imageId = Uploads.uploaded(ada, "image/png", PNG);

        assertRefused(send(bob, conversation, UUID.randomUUID().toString(), imageId, "mine"), "image_not_found");
        assertRefused(send(bob, conversation, UUID.randomUUID().toString(), "no-such-image", null), "image_not_found");
        assertRefused(send(bob, conversation, UUID.randomUUID().toString(), "", null), "image_not_found");
        assertThat(bob.latest(conversation)).isEmpty();
        assertThat(show(ada, imageId).statusCode()).isEqualTo(302);
    }

    @Test
    void isGivenAsALinkToProgramsThatAsk() {
        var imageId = Uploads.uploaded(ada, "image/png", PNG);

        var answer = ada.request().header("Accept", "application/json").get("/api/v1/images/{id}", imageId);

        var link = json(answer, 200);
        assertThat(link.fieldNames()).containsExactly("url", "expiresAt");
        assertThat(answer.header("Cache-Control")).startsWith("private, max-age=");
        assertThat(Uploads.fetch(link.getString("url")).body()).isEqualTo(PNG);
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                Arguments.of("image_type_mismatch", "image/png", JPEG),
                Arguments.of("image_type_mismatch", "image/png", Pictures.ascii("<svg onload='alert(1)'/>")),
                Arguments.of("image_malformed", "image/png", join(PNG, Pictures.ascii("<script>alert(1)</script>"))),
                Arguments.of("image_dimensions", "image/png", Pictures.pngHeader(50_000, 50_000)),
                Arguments.of("image_location", "image/jpeg", Pictures.exif(JPEG, Pictures.position())));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void isRefusedAndDeletedWhenItIsUnfit(String code, String contentType, byte[] bytes) {
        var conversation = ada.conversationWith(bob);
        var imageId = Uploads.uploaded(ada, contentType, bytes);

        assertRefused(send(ada, conversation, UUID.randomUUID().toString(), imageId, "Look!"), code);

        assertRefused(send(ada, conversation, UUID.randomUUID().toString(), imageId, "Look!"), "image_not_found");
        assertThat(show(ada, imageId).statusCode()).isEqualTo(404);
        assertThat(ada.latest(conversation)).isEmpty();
    }

    @Test
    void isWaitedForByNobody() {
        var conversation = ada.conversationWith(bob);
        var imageId = json(Uploads.offer(ada, "image/png", PNG.length), 201).getString("imageId");

        assertRefused(send(ada, conversation, UUID.randomUUID().toString(), imageId, null), "image_not_found");
        assertThat(show(ada, imageId).statusCode()).isEqualTo(404);
    }

    private static Response send(
            Caller caller, String conversationId, String clientMessageId, String imageId, String text) {
        return caller.request(new JsonObject()
                        .put("clientMessageId", clientMessageId)
                        .put("imageId", imageId)
                        .put("text", text))
                .post("/api/v1/conversations/{id}/messages", conversationId);
    }

    private static Response show(Caller caller, String imageId) {
        return caller.request().redirects().follow(false).get("/api/v1/images/{id}", imageId);
    }

    private static HttpResponse<byte[]> follow(Response redirect) {
        redirect.then().statusCode(302);
        assertThat(redirect.header("Cache-Control")).startsWith("private, max-age=");
        return Uploads.fetch(redirect.header("Location"));
    }

    private static void assertRefused(Response answer, String code) {
        assertThat(json(answer, 422).getString("code")).isEqualTo(code);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }
}
