package dev.natter.chat.attachment;

import static dev.natter.chat.Caller.items;
import static dev.natter.chat.Caller.json;
import static dev.natter.chat.Unis.get;
import static dev.natter.testing.images.TestImages.ascii;
import static dev.natter.testing.images.TestImages.encoded;
import static dev.natter.testing.images.TestImages.join;
import static dev.natter.testing.images.TestImages.slice;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import dev.natter.chat.Parallel;
import dev.natter.storage.S3ObjectStore;
import dev.natter.testing.images.TestImages;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class ImageEndpointTest {

    private static final byte[] PNG = encoded("png", 60, 40);
    private static final byte[] JPEG = encoded("jpeg", 60, 40);
    private static final byte[] GIF = encoded("gif", 60, 40);
    private static final byte[] WEBP = TestImages.webp(60, 40);

    @Inject
    S3ObjectStore store;

    @Inject
    AttachmentUsage usage;

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private final Caller mallory = Caller.newUser();

    static Stream<Arguments> images() {
        return Stream.of(
                Arguments.of("image/png", PNG, PNG),
                Arguments.of("image/jpeg", JPEG, JPEG),
                Arguments.of("image/gif", GIF, GIF),
                Arguments.of("image/webp", WEBP, WEBP),
                Arguments.of("image/png", join(PNG, new byte[10_485_760 - PNG.length]), PNG),
                Arguments.of("image/png", TestImages.before(PNG, TestImages.png("tEXt", ascii("GPS\00052"))), PNG),
                Arguments.of("image/jpeg", TestImages.segment(JPEG, 0xFE, ascii("52.516 N, 13.377 E")), JPEG),
                Arguments.of("image/gif", join(GIF, ascii("<script>alert(1)</script>")), GIF),
                Arguments.of("image/webp", TestImages.webp(60, 40, TestImages.riff("XMP ", TestImages.xmp())), WEBP));
    }

    @ParameterizedTest
    @MethodSource("images")
    void travelsFromOneToTheOtherWithoutItsMetadata(String contentType, byte[] upload, byte[] stored) {
        var conversation = ada.conversationWith(bob);
        var imageId = Uploads.uploaded(ada, contentType, upload);

        var message = json(send(ada, conversation, UUID.randomUUID().toString(), imageId, "Look!"), 201);

        assertThat(message.getJsonObject("image"))
                .isEqualTo(new JsonObject()
                        .put("id", imageId)
                        .put("contentType", contentType)
                        .put("width", 60)
                        .put("height", 40)
                        .put("bytes", stored.length));
        assertThat(message.getString("text")).isEqualTo("Look!");
        assertThat(bob.latest(conversation)).containsExactly(message);
        assertThat(bob.show(conversation).getJsonObject("lastMessage")).isEqualTo(message);
        assertThat(items(bob.list(Map.of())).get(0).getJsonObject("lastMessage"))
                .isEqualTo(message);
        var got = follow(show(bob, imageId));
        assertThat(got.body()).isEqualTo(stored);
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

    /** The sweep deletes an image that no message has: this is how it knows. */
    @Test
    void isKnownToBeUsedOnceItsMessageIsStored() {
        var conversation = ada.conversationWith(bob);
        var sent = Uploads.uploaded(ada, "image/png", PNG);
        var shown = Uploads.uploaded(ada, "image/png", PNG);
        show(ada, shown);

        json(send(ada, conversation, UUID.randomUUID().toString(), sent, null), 201);

        assertThat(get(usage.usedAmong(List.of(sent, shown)))).containsExactly(sent);
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
    void isShownToMembersOnly() {
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
    void isForwardedByWhoMaySeeIt() {
        var conversation = ada.conversationWith(bob);
        var imageId = Uploads.uploaded(ada, "image/png", PNG);
        var first = json(send(ada, conversation, UUID.randomUUID().toString(), imageId, null), 201);
        var elsewhere = bob.conversationWith(mallory);

        var forwarded = json(send(bob, elsewhere, UUID.randomUUID().toString(), imageId, null), 201);

        assertThat(forwarded.getJsonObject("image")).isEqualTo(first.getJsonObject("image"));
        assertThat(follow(show(mallory, imageId)).body()).isEqualTo(PNG);
    }

    @Test
    void isDeletedWithTheLastMessageThatHasIt() {
        var conversation = ada.conversationWith(bob);
        var elsewhere = bob.conversationWith(mallory);
        var imageId = Uploads.uploaded(ada, "image/png", PNG);
        var first = json(send(ada, conversation, UUID.randomUUID().toString(), imageId, null), 201);
        var forwarded = json(send(bob, elsewhere, UUID.randomUUID().toString(), imageId, "Look!"), 201);
        var link = show(mallory, imageId).header("Location");

        delete(ada, conversation, first);

        assertThat(ada.latest(conversation).get(0).getValue("image")).isNull();
        assertThat(Uploads.fetch(link).body()).isEqualTo(PNG);
        assertThat(show(mallory, imageId).statusCode()).isEqualTo(302);

        delete(bob, elsewhere, forwarded);

        assertThat(show(mallory, imageId).statusCode()).isEqualTo(404);
        assertThat(show(ada, imageId).statusCode()).isEqualTo(404);
        assertThat(Uploads.fetch(link).statusCode()).isEqualTo(404);
        assertThat(mallory.show(elsewhere).getJsonObject("lastMessage").getValue("image"))
                .isNull();
    }

    private static void delete(Caller by, String conversationId, JsonObject message) {
        by.request()
                .delete("/api/v1/conversations/{id}/messages/{message}", conversationId, message.getString("id"))
                .then()
                .statusCode(204);
    }

    @Test
    void isNothingThatAnotherUserCouldSend() {
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

    static Stream<Arguments> rejected() {
        return Stream.of(
                Arguments.of("image_type_mismatch", "image/png", JPEG),
                Arguments.of("image_type_mismatch", "image/png", ascii("<svg onload='alert(1)'/>")),
                Arguments.of("image_malformed", "image/png", slice(PNG, 0, PNG.length - 12)),
                Arguments.of("image_dimensions", "image/png", TestImages.pngHeader(50_000, 50_000)));
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void isRejectedForGoodAndDeleted(String code, String contentType, byte[] bytes) {
        var conversation = ada.conversationWith(bob);
        var imageId = Uploads.uploaded(ada, contentType, bytes);

        assertRefused(send(ada, conversation, UUID.randomUUID().toString(), imageId, "Look!"), code);

        assertRefused(send(ada, conversation, UUID.randomUUID().toString(), imageId, "Look!"), code);
        assertThat(show(ada, imageId).statusCode()).isEqualTo(404);
        assertThat(ada.latest(conversation)).isEmpty();
        assertThat(get(store.read(ObjectKeys.upload(imageId), 1))).isNull();
    }

    /** {@code cases/png-fdict.png}, which once took a thread for ever. */
    @Test
    void isShownThoughItsTextAsksForADictionary() {
        var imageId = Uploads.uploaded(ada, "image/png", TestImages.resource("png-fdict.png"));

        assertThat(show(ada, imageId).statusCode()).isEqualTo(302);
    }

    @Test
    void isLookedForInTheBucketSoManyTimesAnHourBeforeItIsInspected() {
        var eager = Caller.newUser();
        var imageId = json(Uploads.offer(eager, "image/png", PNG.length), 201).getString("imageId");

        var answers = Parallel.times(AttachmentBed.UPLOADS_PER_HOUR + 5, number -> show(eager, imageId));

        assertThat(answers).extracting(Response::statusCode).containsOnly(404, 429);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 429)
                .hasSize(5)
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isNotNull());
        assertThat(show(ada, imageId).statusCode()).isEqualTo(404);
    }

    @Test
    void isNothingBeforeItIsUploaded() {
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
