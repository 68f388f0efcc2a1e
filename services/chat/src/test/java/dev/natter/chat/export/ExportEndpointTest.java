package dev.natter.chat.export;

import static dev.natter.chat.Caller.json;
import static dev.natter.chat.Unis.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.natter.chat.Caller;
import dev.natter.chat.UserEventPublisher;
import dev.natter.chat.UserServiceStub;
import dev.natter.chat.socket.Door;
import dev.natter.testing.TestTokens;
import dev.natter.testing.images.TestImages;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** What is in the archive, and that it is whole or ends with the connection. */
@QuarkusTest
class ExportEndpointTest {

    private static final String PATH = "/api/v1/users/me/export";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Inject
    ExportArchive archive;

    @Inject
    ReactiveMongoClient mongo;

    @Inject
    S3AsyncClient s3;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    @TestHTTPResource(PATH)
    URL url;

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();

    @BeforeEach
    void awaitBroker() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200));
    }

    @Test
    void hasWhatTheApiShows() throws IOException {
        var direct = ada.conversationWith(bob);
        ada.send(direct, "Grüße 🔐\n\"quoted\"");
        var edited = bob.send(direct, "draft");
        bob.request(new JsonObject().put("text", "final"))
                .patch("/api/v1/conversations/" + direct + "/messages/" + edited.getString("id"))
                .then()
                .statusCode(200);
        var deleted = bob.send(direct, "regretted");
        bob.request()
                .delete("/api/v1/conversations/" + direct + "/messages/" + deleted.getString("id"))
                .then()
                .statusCode(204);
        var group = ada.start("Sunday walkers", bob, Caller.newUser()).<String>path("id");
        ada.request(new JsonObject().put("title", "Monday walkers"))
                .patch("/api/v1/conversations/" + group)
                .then()
                .statusCode(200);

        var response = ada.request().get(PATH);
        var files = unzip(response.then().statusCode(200).extract().asInputStream());

        assertThat(response.header("Content-Type")).isEqualTo("application/zip");
        assertThat(response.header("Content-Disposition")).isEqualTo("attachment; filename=\"natter-export.zip\"");
        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "profile.json",
                        "sessions.json",
                        "conversations.jsonl",
                        "messages/" + direct + ".jsonl",
                        "messages/" + group + ".jsonl");
        assertThat(new JsonObject(text(files, "profile.json")).getString("email"))
                .isEqualTo(ada.id() + "@example.com");
        assertThat(new JsonArray(text(files, "sessions.json")))
                .containsExactly(new JsonObject().put("id", "s1"), new JsonObject().put("id", "s2"));
        assertThat(lines(files, "conversations.jsonl")).containsExactlyInAnyOrder(ada.show(direct), ada.show(group));
        assertThat(lines(files, "messages/" + direct + ".jsonl")).isEqualTo(ada.latest(direct));
        assertThat(lines(files, "messages/" + group + ".jsonl")).isEqualTo(ada.latest(group));
        assertThat(text(files, "messages/" + direct + ".jsonl"))
                .contains("final")
                .doesNotContain("draft", "regretted");
    }

    @Test
    void hasTheOwnImagesAndNoOthers() throws IOException {
        var conversation = ada.conversationWith(bob);
        var own = sendImage(ada, conversation);
        sendImage(bob, conversation);

        var files = export(ada);

        assertThat(files.keySet().stream().filter(name -> name.startsWith("attachments/")))
                .containsExactly("attachments/" + own + ".png");
        var image = ImageIO.read(new ByteArrayInputStream(files.get("attachments/" + own + ".png")));
        assertThat(image.getWidth()).isEqualTo(40);
    }

    @Test
    void hasTheOwnPhoto() throws IOException {
        var photo = TestImages.encoded("png", 64, 64);
        s3.putObject(
                        put -> put.bucket("natter").key("avatars/" + ada.id() + "/1.png"),
                        AsyncRequestBody.fromBytes(photo))
                .join();
        Door.awaitReady();
        try (var events = new UserEventPublisher()) {
            events.photographed(ada, "1.png");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(export(ada)).containsEntry("photo.png", photo));
        }
    }

    @Test
    void showsALateMemberWhatCameLaterOnly() throws IOException {
        var carol = Caller.newUser();
        var group = ada.start("Book club", bob, Caller.newUser()).<String>path("id");
        ada.send(group, "before Carol");
        ada.request(new JsonObject().put("userIds", new JsonArray().add(carol.id())))
                .post("/api/v1/conversations/" + group + "/members")
                .then()
                .statusCode(200);
        ada.send(group, "after Carol");

        var text = text(export(carol), "messages/" + group + ".jsonl");

        assertThat(text).contains("after Carol").doesNotContain("before Carol");
    }

    @Test
    void leavesOutWhatABlockedSenderWroteAndWhatIsOfOthers() throws IOException {
        var conversation = ada.conversationWith(bob);
        bob.send(conversation, "before the block");
        try (var events = new UserEventPublisher()) {
            events.blocks(ada, bob);
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                var hidden = bob.send(conversation, "while he is blocked").getString("id");
                assertThat(ada.latest(conversation)).noneMatch(each -> hidden.equals(each.getString("id")));
            });
        }
        var foreign = bob.conversationWith(Caller.newUser());
        bob.send(foreign, "not for Ada");

        var files = export(ada);

        assertThat(lines(files, "messages/" + conversation + ".jsonl")).isEqualTo(ada.latest(conversation));
        assertThat(files).doesNotContainKey("messages/" + foreign + ".jsonl");
    }

    @Test
    void aLongLogIsWholeAndInOrder() throws IOException {
        var conversation = ada.conversationWith(bob);
        insert(conversation, 1, 5_000, "message");

        var lines = lines(export(ada), "messages/" + conversation + ".jsonl");

        assertThat(lines).hasSize(5_000);
        assertThat(lines.stream().map(each -> each.getLong("seq")))
                .isEqualTo(
                        IntStream.rangeClosed(1, 5_000).mapToObj(Long::valueOf).toList());
    }

    @Test
    void aFailureInTheMiddleEndsTheConnection() {
        var conversation = ada.conversationWith(bob);
        insert(conversation, 1, 3_000, "message");
        insert(conversation, 3_001, 3_001, "nonsense");

        assertThatThrownBy(() -> HTTP.send(
                        HttpRequest.newBuilder(URI.create(url.toString()))
                                .header("Authorization", "Bearer " + TestTokens.accessToken(ada.id()))
                                .timeout(Duration.ofSeconds(30))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray()))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(java.net.http.HttpTimeoutException.class);
    }

    @Test
    void aUserHasOneAtATimeAndItsEndMakesRoom() {
        var reader = archive.handle(ada.id(), "Bearer " + TestTokens.accessToken(ada.id()))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(1));
        reader.awaitItems(1, Duration.ofSeconds(20));

        var refused = json(ada.request().get(PATH), 429);
        assertThat(refused.getString("code")).isEqualTo("rate_limited");
        assertThat(bob.request().get(PATH).statusCode()).isEqualTo(200);

        reader.cancel();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(ada.request().get(PATH).statusCode()).isEqualTo(200));
    }

    @Test
    void anHourHasThree() {
        for (var number = 0; number < 3; number++) {
            assertThat(ada.request().get(PATH).statusCode()).isEqualTo(200);
        }

        var refused = ada.request().get(PATH);

        assertThat(json(refused, 429).getString("code")).isEqualTo("rate_limited");
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(3_000L, 3_600L);
    }

    @Test
    void isRefusedWithoutATokenAndWhileTheUserServiceIsAway() {
        var unlucky = new Caller(UserServiceStub.AWAY + UUID.randomUUID());

        assertThat(given().get(PATH).statusCode()).isEqualTo(401);
        assertThat(given().header("Authorization", "Bearer x.y.z").get(PATH).statusCode())
                .isEqualTo(401);
        for (var number = 0; number < 4; number++) {
            // Does not count.
            assertThat(json(unlucky.request().get(PATH), 503).getString("code")).isEqualTo("user_service_unavailable");
        }
    }

    private Map<String, byte[]> export(Caller user) throws IOException {
        return unzip(user.request().get(PATH).then().statusCode(200).extract().asInputStream());
    }

    private static Map<String, byte[]> unzip(InputStream stream) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(stream, StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(files.put(entry.getName(), zip.readAllBytes())).isNull();
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        assertThat(files).containsKey(name);
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static List<JsonObject> lines(Map<String, byte[]> files, String name) {
        return text(files, name).lines().map(JsonObject::new).toList();
    }

    /** Entries that were stored before. */
    private void insert(String conversationId, int from, int to, String type) {
        var entries = IntStream.rangeClosed(from, to)
                .mapToObj(seq -> new Document("_id", "%s/%014x".formatted(conversationId, seq))
                        .append("conversationId", conversationId)
                        .append("seq", (long) seq)
                        .append("at", Date.from(Instant.now()))
                        .append("senderId", bob.id())
                        .append("clientMessageId", UUID.randomUUID().toString())
                        .append("type", type)
                        .append(
                                "message",
                                new Document("id", "m-" + seq + "-" + UUID.randomUUID())
                                        .append("text", "message " + UUID.randomUUID())))
                .toList();
        get(mongo.getDatabase(database).getCollection("entries").insertMany(entries));
    }

    private static String sendImage(Caller user, String conversationId) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        var offered = json(
                user.request(new JsonObject().put("contentType", "image/png").put("bytes", bytes.size()))
                        .post("/api/v1/images"),
                201);
        var put = HTTP.sendAsync(
                        HttpRequest.newBuilder(URI.create(
                                        offered.getJsonObject("upload").getString("url")))
                                .header("Content-Type", "image/png")
                                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .join();
        assertThat(put.statusCode()).isEqualTo(200);
        var id = offered.getString("imageId");
        json(
                user.request(new JsonObject()
                                .put("clientMessageId", UUID.randomUUID().toString())
                                .put("imageId", id))
                        .post("/api/v1/conversations/" + conversationId + "/messages"),
                201);
        return id;
    }
}
