package dev.natter.chat.group;

import static dev.natter.chat.Caller.items;
import static dev.natter.chat.Caller.json;
import static dev.natter.testing.images.TestImages.before;
import static dev.natter.testing.images.TestImages.encoded;
import static dev.natter.testing.images.TestImages.png;
import static dev.natter.testing.images.TestImages.xmp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import dev.natter.chat.UserEventPublisher;
import dev.natter.chat.socket.Door;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Object;

@QuarkusTest
class GroupAvatarEndpointTest {

    private static final String CONVERSATIONS = "/api/v1/conversations/";
    private static final byte[] PHOTO = encoded("png", 64, 64);

    @Inject
    S3AsyncClient s3;

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private final Caller cleo = Caller.newUser();
    private String group;

    @BeforeEach
    void start() {
        group = ada.conversationWith(bob, cleo);
    }

    private Response put(Caller caller, byte[] photo) {
        return caller.request().contentType("image/png").body(photo).put(CONVERSATIONS + group + "/avatar");
    }

    private Response delete(Caller caller) {
        return caller.request().delete(CONVERSATIONS + group + "/avatar");
    }

    private static Response get(Caller caller, String url) {
        return caller.request().redirects().follow(false).get(url);
    }

    private static HttpResponse<byte[]> fetch(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private List<String> objects() {
        return s3
                .listObjectsV2(list -> list.bucket("natter").prefix("group-avatars/" + group + "/"))
                .join()
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    private static String url(JsonObject conversation) {
        return conversation.getJsonObject("avatar").getString("url");
    }

    @Test
    void membersSeeThePhotoThatAnAdminSets() throws Exception {
        var secret = before(PHOTO, png("iTXt", xmp()));

        var url = url(json(put(ada, secret), 200));

        assertThat(url(cleo.show(group))).isEqualTo(url);
        assertThat(url(items(cleo.list(Map.of())).get(0))).isEqualTo(url);
        var answer = get(cleo, url).then().statusCode(302).extract();
        assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=300");
        assertThat(fetch(answer.header("Location")).body()).isEqualTo(PHOTO);
        var json = json(cleo.request().accept("application/json").get(url), 200);
        assertThat(fetch(json.getString("url")).body()).isEqualTo(PHOTO);
    }

    @Test
    void membersAreShownChangesLiveAsEachSeesTheGroup() {
        ada.send(group, "Soup?");
        try (var bobs = Door.open(bob.id());
                var adas = Door.open(ada.id())) {
            var url = url(json(put(ada, PHOTO), 200));

            var seen = bobs.take("conversation").getJsonObject("conversation");
            assertThat(url(seen)).isEqualTo(url);
            assertThat(seen).isEqualTo(bob.show(group));
            assertThat(seen.getInteger("unread")).isEqualTo(1);
            assertThat(adas.take("conversation").getJsonObject("conversation").getInteger("unread"))
                    .isZero();

            delete(ada).then().statusCode(204);
            assertThat(bobs.take("conversation").getJsonObject("conversation").getValue("avatar"))
                    .isNull();
        }
    }

    @Test
    void onlyAdminsChangeIt() {
        json(put(ada, PHOTO), 200);

        assertThat(json(put(bob, PHOTO), 403).getString("code")).isEqualTo("not_an_admin");
        assertThat(json(delete(bob), 403).getString("code")).isEqualTo("not_an_admin");
        assertThat(objects()).hasSize(1);

        ada.request(new JsonObject().put("role", "admin"))
                .put(CONVERSATIONS + group + "/members/" + bob.id() + "/role")
                .then()
                .statusCode(204);
        json(put(bob, PHOTO), 200);
    }

    @Test
    void strangersAndFormerMembersSeeNothing() {
        var url = url(json(put(ada, PHOTO), 200));
        var stranger = Caller.newUser();

        assertThat(json(get(stranger, url), 404).getString("code")).isEqualTo("conversation_not_found");
        assertThat(json(put(stranger, PHOTO), 404).getString("code")).isEqualTo("conversation_not_found");
        leave(cleo);
        assertThat(json(get(cleo, url), 404).getString("code")).isEqualTo("conversation_not_found");
    }

    @Test
    void aDirectConversationHasNone() {
        group = ada.conversationWith(bob);

        assertThat(json(put(ada, PHOTO), 422).getString("code")).isEqualTo("not_a_group");
        assertThat(ada.show(group).containsKey("avatar")).isTrue();
        assertThat(ada.show(group).getValue("avatar")).isNull();
        assertThat(json(get(ada, CONVERSATIONS + group + "/avatar"), 404).getString("code"))
                .isEqualTo("avatar_not_found");
    }

    @Test
    void whatIsNoSmallSquareIsRefused() {
        assertThat(json(put(ada, encoded("png", 60, 40)), 422).getString("code"))
                .isEqualTo("avatar_not_square");
        assertThat(json(put(ada, encoded("jpeg", 64, 64)), 422).getString("code"))
                .isEqualTo("image_type_mismatch");
        assertThat(json(put(ada, new byte[1_048_577]), 413).getString("code")).isEqualTo("too_large");

        assertThat(objects()).isEmpty();
        assertThat(ada.show(group).getValue("avatar")).isNull();
    }

    @Test
    void anotherPhotoReplacesTheFirstAndARemovedOneIsDeleted() throws Exception {
        var first = url(json(put(ada, PHOTO), 200));
        var link = get(ada, first).header("Location");

        assertThat(url(json(put(ada, PHOTO), 200))).isNotEqualTo(first);
        assertThat(objects()).hasSize(1);
        assertThat(fetch(link).statusCode()).isEqualTo(404);

        delete(ada).then().statusCode(204);
        delete(ada).then().statusCode(204);
        assertThat(objects()).isEmpty();
        assertThat(json(get(ada, first), 404).getString("code")).isEqualTo("avatar_not_found");
    }

    @Test
    void goesWithTheLastMember() {
        json(put(ada, PHOTO), 200);
        Stream.of(bob, cleo).forEach(this::leave);
        assertThat(objects()).hasSize(1);

        leave(ada);

        assertThat(objects()).isEmpty();
    }

    private void leave(Caller member) {
        member.request()
                .delete(CONVERSATIONS + group + "/members/" + member.id())
                .then()
                .statusCode(204);
    }

    @Test
    void changesOfTheGroupKeepIt() {
        var url = url(json(put(ada, PHOTO), 200));

        ada.request(new JsonObject().put("title", "Lunch"))
                .patch(CONVERSATIONS + group)
                .then()
                .statusCode(200);
        ada.send(group, "Soup?");

        assertThat(url(ada.show(group))).isEqualTo(url);
    }

    @Test
    void membersAreShownWithTheirPhotosButNotToThoseTheyHaveBlocked() throws IOException {
        Door.awaitReady();
        try (var users = new UserEventPublisher();
                var adas = Door.open(ada.id());
                var cleos = Door.open(cleo.id())) {
            users.photographed(bob, "1.webp", cleo);

            var url = "/api/v1/users/%s/avatar?v=1.webp".formatted(bob.id());
            assertThat(url(adas.take("profile").getJsonObject("user"))).isEqualTo(url);
            assertThat(cleos.take("profile").getJsonObject("user").getValue("avatar"))
                    .isNull();
            assertThat(url(bobAsSeenBy(ada))).isEqualTo(url);
            assertThat(bobAsSeenBy(cleo).getValue("avatar")).isNull();
        }
    }

    private JsonObject bobAsSeenBy(Caller viewer) {
        return items(json(viewer.request().get(CONVERSATIONS + group + "/members"), 200)).stream()
                .filter(each -> each.getString("userId").equals(bob.id()))
                .findFirst()
                .orElseThrow();
    }
}
