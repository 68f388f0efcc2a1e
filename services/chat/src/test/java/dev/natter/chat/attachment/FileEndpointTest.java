package dev.natter.chat.attachment;

import static dev.natter.chat.Caller.items;
import static dev.natter.chat.Caller.json;
import static dev.natter.chat.attachment.Uploads.assertRefused;
import static dev.natter.chat.attachment.Uploads.send;
import static dev.natter.chat.attachment.Uploads.show;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import dev.natter.chat.Parallel;
import dev.natter.testing.images.TestImages;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FileEndpointTest {

    private static final byte[] MENU = "%PDF-1.7 Soup".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_BYTES = 104_857_600;

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private final Caller eve = Caller.newUser();

    @Test
    void travelsFromOneToTheOtherWithItsName() {
        var conversation = ada.conversationWith(bob);
        var fileId = Uploads.uploadedFile(ada, "Menü €.pdf", "application/pdf", MENU);

        var message = json(send(ada, conversation, "fileId", fileId), 201);

        assertThat(message.getJsonObject("file"))
                .isEqualTo(new JsonObject()
                        .put("id", fileId)
                        .put("name", "Menü €.pdf")
                        .put("contentType", "application/pdf")
                        .put("bytes", MENU.length));
        assertThat(message.getValue("text")).isNull();
        assertThat(message.getValue("image")).isNull();
        assertThat(bob.latest(conversation)).containsExactly(message);
        assertThat(items(bob.list(Map.of())).get(0).getJsonObject("lastMessage"))
                .isEqualTo(message);
        var got = Uploads.fetch(show(bob, "files", fileId).header("Location"));
        assertThat(got.body()).isEqualTo(MENU);
        assertThat(got.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(got.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"Men_ _.pdf\"; filename*=UTF-8''Men%C3%BC%20%E2%82%AC.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "page.html, text/html",
        "logo.svg, image/svg+xml",
        "feed.xml, application/xml",
        "code.js, text/javascript",
        "unknown, ''"
    })
    void isNeverServedAsWhatABrowserWouldRun(String name, String contentType) {
        var fileId = Uploads.uploadedFile(ada, name, contentType, TestImages.ascii("<script>alert(1)</script>"));

        var got = Uploads.fetch(show(ada, "files", fileId).header("Location"));

        assertThat(got.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(got.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment; filename=\"" + name + "\"");
    }

    @Test
    void hasAHarmlessNameWhateverItsSenderTyped() {
        var conversation = ada.conversationWith(bob);
        var fileId = Uploads.uploadedFile(ada, "../../.in\u202Evo\r\nice\"/fdp.exe ", "application/pdf", MENU);

        var message = json(send(ada, conversation, "fileId", fileId), 201);

        assertThat(message.getJsonObject("file").getString("name")).isEqualTo("invoice\"fdp.exe");
        assertThat(Uploads.fetch(show(bob, "files", fileId).header("Location"))
                        .headers()
                        .firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"invoice_fdp.exe\"; filename*=UTF-8''invoice%22fdp.exe");
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, 104857601, 413, file_too_large",
        "application/pdf, 0, 400, bad_request",
        "application/pdf, -1, 400, bad_request",
        "not a type, 7, 400, bad_request",
        "'text/html\r\nX: y', 7, 400, bad_request"
    })
    void refusesToTakeOtherThings(String contentType, long bytes, int status, String code) {
        assertRefused(Uploads.offerFile(ada, "Menu.pdf", contentType, bytes), status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"contentType\":\"application/pdf\",\"bytes\":7}",
                "{\"name\":\"Menu.pdf\",\"bytes\":7}",
                "{\"name\":\"Menu.pdf\",\"contentType\":\"application/pdf\"}",
                "{\"name\":{\"$ne\":\"\"},\"contentType\":\"application/pdf\",\"bytes\":7}"
            })
    void refusesWhatIsMalformed(String body) {
        ada.request()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/files")
                .then()
                .statusCode(400);
    }

    @Test
    void pinsTypeAndLength() {
        var upload = json(Uploads.offerFile(ada, "Menu.pdf", "application/pdf", MENU.length), 201)
                .getJsonObject("upload");

        assertThat(Uploads.put(upload, "text/html", MENU)).isEqualTo(403);
        assertThat(Uploads.put(upload, "application/pdf", new byte[MENU.length + 1]))
                .isEqualTo(403);
        assertThat(Uploads.put(upload, "application/pdf", MENU)).isEqualTo(200);
    }

    @Test
    void isTheOnlyAttachmentOfItsMessage() {
        var conversation = ada.conversationWith(bob);
        var both = new JsonObject()
                .put("clientMessageId", UUID.randomUUID().toString())
                .put("imageId", Uploads.uploaded(ada, "image/png", TestImages.encoded("png", 6, 4)))
                .put("fileId", Uploads.uploadedFile(ada, "Menu.pdf", "application/pdf", MENU));

        assertRefused(ada.request(both).post("/api/v1/conversations/{id}/messages", conversation), 400, "bad_request");

        assertThat(ada.latest(conversation)).isEmpty();
    }

    @Test
    void isOfOneKind() {
        var conversation = ada.conversationWith(bob);
        var imageId = Uploads.uploaded(ada, "image/png", TestImages.encoded("png", 6, 4));
        var fileId = Uploads.uploadedFile(ada, "Menu.pdf", "application/pdf", MENU);

        assertRefused(send(ada, conversation, "fileId", imageId), 422, "file_not_found");
        assertRefused(send(ada, conversation, "imageId", fileId), 422, "image_not_found");
        assertRefused(send(ada, conversation, "voiceId", fileId), 422, "voice_not_found");
        assertRefused(show(ada, "images", fileId), 404, "image_not_found");
        assertRefused(show(ada, "files", imageId), 404, "file_not_found");
    }

    @Test
    void isForItsOwnerUntilItIsSent() {
        var conversation = ada.conversationWith(bob);
        var offered = json(Uploads.offerFile(ada, "Menu.pdf", "application/pdf", 7), 201)
                .getString("fileId");
        var fileId = Uploads.uploadedFile(ada, "Menu.pdf", "application/pdf", MENU);

        assertRefused(send(ada, conversation, "fileId", offered), 422, "file_not_found");
        assertRefused(show(ada, "files", offered), 404, "file_not_found");
        assertRefused(send(bob, conversation, "fileId", fileId), 422, "file_not_found");
        assertRefused(show(bob, "files", fileId), 404, "file_not_found");
        json(send(ada, conversation, "fileId", fileId), 201);

        assertThat(show(bob, "files", fileId).statusCode()).isEqualTo(302);
        assertThat(show(eve, "files", fileId).asString())
                .isEqualTo(show(eve, "files", "none").asString());
    }

    @Test
    void isForwardedAndDeletedWithTheLastMessageThatHasIt() {
        var conversation = ada.conversationWith(bob);
        var elsewhere = bob.conversationWith(eve);
        var fileId = Uploads.uploadedFile(ada, "Menu.pdf", "application/pdf", MENU);
        var first = json(send(ada, conversation, "fileId", fileId), 201);
        var forwarded = json(send(bob, elsewhere, "fileId", fileId), 201);
        assertThat(forwarded.getJsonObject("file")).isEqualTo(first.getJsonObject("file"));
        var link = show(eve, "files", fileId).header("Location");

        delete(ada, conversation, first);

        assertThat(ada.latest(conversation).get(0).getValue("file")).isNull();
        assertThat(Uploads.fetch(link).body()).isEqualTo(MENU);

        delete(bob, elsewhere, forwarded);

        assertThat(show(eve, "files", fileId).statusCode()).isEqualTo(404);
        assertThat(Uploads.fetch(link).statusCode()).isEqualTo(404);
        assertThat(eve.show(elsewhere).getJsonObject("lastMessage").getValue("file"))
                .isNull();
    }

    @Test
    void isNothingToWhoJoinedLaterOrWasRemoved() {
        var group = json(ada.start("Lunch", bob), 201).getString("id");
        var fileId = Uploads.uploadedFile(ada, "Menu.pdf", "application/pdf", MENU);
        json(send(ada, group, "fileId", fileId), 201);
        json(
                ada.request(new JsonObject().put("userIds", new JsonArray(List.of(eve.id()))))
                        .post("/api/v1/conversations/{id}/members", group),
                200);

        assertThat(show(eve, "files", fileId).statusCode()).isEqualTo(404);
        json(send(ada, group, "fileId", fileId), 201);
        assertThat(show(eve, "files", fileId).statusCode()).isEqualTo(302);

        ada.request()
                .delete("/api/v1/conversations/{id}/members/{user}", group, bob.id())
                .then()
                .statusCode(204);
        assertThat(show(bob, "files", fileId).statusCode()).isEqualTo(404);
    }

    @Test
    void isQuotedByItsKind() {
        var conversation = ada.conversationWith(bob);
        var first = json(
                send(ada, conversation, "fileId", Uploads.uploadedFile(ada, "Menu.pdf", "application/pdf", MENU)), 201);

        var reply = json(
                bob.request(new JsonObject()
                                .put("clientMessageId", UUID.randomUUID().toString())
                                .put("text", "Thanks")
                                .put("replyTo", first.getString("id")))
                        .post("/api/v1/conversations/{id}/messages", conversation),
                201);

        assertThat(reply.getJsonObject("replyTo").getString("attachment")).isEqualTo("file");
    }

    @Test
    void mayBeUploadedInPartsWhenItIsLong() {
        var conversation = ada.conversationWith(bob);
        var bytes = new byte[20_000_000];
        var offered = json(Uploads.offerFile(ada, "Film.mp4", "video/mp4", bytes.length), 201);
        var fileId = offered.getString("fileId");
        var parts = offered.getJsonObject("multipart").getJsonArray("parts");
        assertThat(parts.stream().map(part -> ((JsonObject) part).getLong("from")))
                .containsExactly(0L, 8_388_608L, 16_777_216L);
        assertThat(Uploads.putPart(parts.getJsonObject(2), new byte[7])).isEqualTo(403);
        for (var index : List.of(2, 0)) {
            uploadPart(parts.getJsonObject(index));
        }

        assertRefused(complete(ada, fileId), 422, "file_incomplete");
        assertRefused(complete(bob, fileId), 404, "file_not_found");
        uploadPart(parts.getJsonObject(1));
        assertRefused(send(ada, conversation, "fileId", fileId), 422, "file_not_found");
        complete(ada, fileId).then().statusCode(204);
        complete(ada, fileId).then().statusCode(204);
        json(send(ada, conversation, "fileId", fileId), 201);
        complete(ada, fileId).then().statusCode(204);

        assertThat(Uploads.fetch(show(bob, "files", fileId).header("Location")).body())
                .hasSize(bytes.length);
    }

    @Test
    void mayBeUploadedAtOnceHoweverLongItIs() {
        var conversation = ada.conversationWith(bob);
        var bytes = new byte[17_000_000];
        var fileId = Uploads.uploadedFile(ada, "Film.mp4", "video/mp4", bytes);

        complete(ada, fileId).then().statusCode(204);

        assertThat(json(send(ada, conversation, "fileId", fileId), 201)
                        .getJsonObject("file")
                        .getInteger("bytes"))
                .isEqualTo(bytes.length);
    }

    @Test
    void isNotOfferedInPartsWhenItIsShort() {
        var offered = json(Uploads.offerFile(ada, "Menu.pdf", "application/pdf", 16_777_216), 201);

        assertThat(offered.fieldNames()).containsExactly("fileId", "upload", "multipart");
        assertThat(offered.getValue("multipart")).isNull();
        assertRefused(complete(ada, offered.getString("fileId")), 422, "file_incomplete");
    }

    /** The tests' quota is two files of the greatest length, and something. */
    @Test
    void isRefusedWhenTheStorageOfItsOwnerIsFull() {
        assertThat(offerLong(eve).statusCode()).isEqualTo(201);
        assertThat(offerLong(eve).statusCode()).isEqualTo(201);

        assertRefused(offerLong(eve), 422, "storage_full");

        assertThat(Uploads.offerFile(eve, "Menu.pdf", "application/pdf", 7).statusCode())
                .isEqualTo(201);
        assertThat(offerLong(bob).statusCode()).isEqualTo(201);
    }

    @Test
    void fitsWhenOthersOfItsOwnerAreOfferedAtTheSameTime() {
        var answers = Parallel.times(8, number -> offerLong(eve));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnly(201, 422)
                .filteredOn(status -> status == 201)
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private static Response offerLong(Caller caller) {
        return Uploads.offerFile(caller, "Film.mp4", "video/mp4", MAX_BYTES);
    }

    private static Response complete(Caller caller, String fileId) {
        return caller.request().post("/api/v1/files/{id}/complete", fileId);
    }

    private static void uploadPart(JsonObject part) {
        assertThat(Uploads.putPart(part, new byte[part.getInteger("bytes")])).isEqualTo(200);
    }

    private static void delete(Caller by, String conversationId, JsonObject message) {
        by.request()
                .delete("/api/v1/conversations/{id}/messages/{message}", conversationId, message.getString("id"))
                .then()
                .statusCode(204);
    }
}
