package dev.natter.user.avatar;

import static dev.natter.testing.images.TestImages.before;
import static dev.natter.testing.images.TestImages.encoded;
import static dev.natter.testing.images.TestImages.exif;
import static dev.natter.testing.images.TestImages.orientation;
import static dev.natter.testing.images.TestImages.png;
import static dev.natter.testing.images.TestImages.xmp;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.natter.user.support.Events;
import dev.natter.user.support.Outages;
import dev.natter.user.support.Parallel;
import dev.natter.user.support.Person;
import dev.natter.user.support.Person.SignedIn;
import dev.natter.user.support.Servers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Object;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class AvatarEndpointTest {

    private static final String MINE = "/api/v1/users/me/avatar";
    private static final byte[] PHOTO = encoded("png", 64, 64);
    private static final byte[] OTHER = encoded("jpeg", 512, 512);

    @Inject
    S3AsyncClient s3;

    @Inject
    RedisDataSource redis;

    private SignedIn ada;
    private SignedIn bob;

    @BeforeEach
    void signIn() {
        ada = Person.stranger().signsIn();
        bob = Person.stranger().signsIn();
    }

    private static ValidatableResponse puts(SignedIn user, String type, byte[] photo) {
        return user.asks().contentType(type).body(photo).put(MINE).then();
    }

    private static String url(SignedIn user) {
        return puts(user, "image/png", PHOTO).statusCode(200).extract().path("avatar.url");
    }

    private static Response gets(SignedIn user, String url) {
        return user.asks().redirects().follow(false).get(url);
    }

    private static HttpResponse<byte[]> fetches(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private List<String> objects(SignedIn user) {
        return s3
                .listObjectsV2(list -> list.bucket("natter").prefix("avatars/" + user.userId() + "/"))
                .join()
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    @Test
    void othersSeeThePhoto() throws Exception {
        var url = url(ada);

        bob.asks().get("/api/v1/users/" + ada.userId()).then().body("avatar.url", equalTo(url));
        ada.asks().get("/api/v1/users/me").then().body("avatar.url", equalTo(url));
        var answer = gets(bob, url).then().statusCode(302).extract();
        assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=300");
        assertThat(answer.header("Vary")).contains("Authorization").contains("Accept");
        var photo = fetches(answer.header("Location"));
        assertThat(photo.statusCode()).isEqualTo(200);
        assertThat(photo.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(photo.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
        assertThat(photo.body()).isEqualTo(PHOTO);
    }

    @Test
    void theUrlIsReturnedToThoseWhoAcceptJson() throws Exception {
        var url = url(ada);

        var answer = bob.asks().accept("application/json").get(url).then().statusCode(200);

        assertThat(fetches(answer.extract().path("url")).body()).isEqualTo(PHOTO);
    }

    @Test
    void anotherPhotoHasAnotherUrlAndTheFirstIsDeleted() throws Exception {
        var first = url(ada);
        var link = gets(bob, first).header("Location");

        var second = puts(ada, "image/jpeg", OTHER).statusCode(200).extract().<String>path("avatar.url");

        assertThat(second).isNotEqualTo(first);
        assertThat(objects(ada)).hasSize(1);
        assertThat(fetches(link).statusCode()).isEqualTo(404);
        assertThat(fetches(gets(bob, second).header("Location")).body()).isEqualTo(OTHER);
    }

    @Test
    void metadataIsNotStored() throws Exception {
        var jpeg = exif(encoded("jpeg", 64, 64), orientation(1));
        var secret = before(
                PHOTO, png("tEXt", "Comment\0natter-secret".getBytes(StandardCharsets.ISO_8859_1)), png("iTXt", xmp()));

        puts(ada, "image/png", secret).statusCode(200);
        puts(bob, "image/jpeg", jpeg).statusCode(200);

        var stored = fetches(gets(ada, "/api/v1/users/%s/avatar".formatted(ada.userId()))
                        .header("Location"))
                .body();
        assertThat(stored).isEqualTo(PHOTO);
        var plain = fetches(gets(ada, "/api/v1/users/%s/avatar".formatted(bob.userId()))
                        .header("Location"))
                .body();
        assertThat(plain).isEqualTo(encoded("jpeg", 64, 64));
    }

    @ParameterizedTest
    @CsvSource({"64, 63", "513, 513", "1, 512"})
    void whatIsNoSmallSquareIsRefusedWithWhatToDo(int width, int height) {
        puts(ada, "image/png", encoded("png", width, height))
                .statusCode(422)
                .body("code", equalTo("avatar_not_square"))
                .body("detail", containsString("%d × %d".formatted(width, height)))
                .body("detail", containsString("at most 512 × 512"));

        assertNothingChanged();
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, jpeg, image_type_mismatch",
        "image/webp, png, image_type_mismatch",
        "image/jpeg, gif, image_type_mismatch"
    })
    void theTypeIsThatOfTheContent(String declared, String format, String code) {
        puts(ada, declared, encoded(format, 64, 64)).statusCode(422).body("code", equalTo(code));

        assertNothingChanged();
    }

    @Test
    void anEmptyOrBrokenFileIsRefused() {
        puts(ada, "image/png", new byte[0]).statusCode(422).body("code", equalTo("image_type_mismatch"));
        puts(ada, "image/png", Arrays.copyOf(PHOTO, 40)).statusCode(422).body("code", equalTo("image_malformed"));

        assertNothingChanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/gif", "image/svg+xml", "application/octet-stream", "application/json"})
    void otherTypesAreRefused(String type) {
        puts(ada, type, encoded("gif", 64, 64)).statusCode(415).body("code", equalTo("unsupported_media_type"));

        assertNothingChanged();
    }

    @Test
    void whatIsTooLargeIsRefusedWhetherOrNotItsLengthIsDeclared() throws Exception {
        var large = new byte[1_048_577];
        puts(ada, "image/png", large).statusCode(413).body("code", equalTo("too_large"));

        var chunked = request(MINE, "image/png")
                .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build();
        var answer = HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("too_large");

        assertNothingChanged();
    }

    @Test
    void otherBodiesStayAsSmallAsBefore() throws Exception {
        var large = ("{\"name\":\"" + "x".repeat(70_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        for (var body : List.of(
                HttpRequest.BodyPublishers.ofByteArray(large),
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
            var request = request("/api/v1/users/me", "application/json")
                    .method("PATCH", body)
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void theBlockedDoNotSeeIt() {
        var url = url(ada);
        ada.asks().put("/api/v1/users/me/blocks/" + bob.userId()).then().statusCode(204);

        gets(bob, url).then().statusCode(404).body("code", equalTo("avatar_not_found"));
        bob.asks().get("/api/v1/users/" + ada.userId()).then().statusCode(200).body("avatar", nullValue());
        gets(ada, url).then().statusCode(302);

        ada.asks().delete("/api/v1/users/me/blocks/" + bob.userId()).then().statusCode(204);
        gets(bob, url).then().statusCode(302);
    }

    @Test
    void strangersAndThoseWithoutAPhoto() {
        given().get(url(ada)).then().statusCode(401);
        given().contentType("image/png").body(PHOTO).put(MINE).then().statusCode(401);
        gets(ada, "/api/v1/users/%s/avatar".formatted(bob.userId()))
                .then()
                .statusCode(404)
                .body("code", equalTo("avatar_not_found"));
        gets(ada, "/api/v1/users/unknown/avatar").then().statusCode(404);
    }

    @Test
    void isRemoved() throws Exception {
        var url = url(ada);
        var link = gets(bob, url).header("Location");

        ada.asks().delete(MINE).then().statusCode(204);
        ada.asks().delete(MINE).then().statusCode(204);

        ada.asks().get("/api/v1/users/me").then().body("avatar", nullValue());
        gets(bob, url).then().statusCode(404);
        assertThat(fetches(link).statusCode()).isEqualTo(404);
        assertThat(objects(ada)).isEmpty();
    }

    @Test
    void changesArePublished() throws Exception {
        try (var events = new Events()) {
            var url = url(ada);
            ada.asks().delete(MINE).then().statusCode(204);

            await().untilAsserted(() -> assertThat(events.of(ada.userId())).hasSize(2));
            var heard = events.of(ada.userId());
            assertThat(url).endsWith("?v=" + heard.get(0).get("avatar").asText());
            assertThat(heard.get(1).has("avatar")).isFalse();
        }
    }

    @Test
    void isDeletedWithItsAccount() {
        url(ada);
        redis.key().del("limit:otp_address:" + ada.person().email());
        var challenge = ada.person().challenge();

        ada.asks()
                .body(Map.of("challengeId", challenge, "otp", ada.person().lastCode()))
                .delete("/api/v1/users/me")
                .then()
                .statusCode(204);

        assertThat(objects(ada)).isEmpty();
    }

    @Test
    void ofConcurrentChangesOneStaysAndItsObjectOnly() {
        var answers = Parallel.all(
                4,
                i -> request(MINE, "image/png")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(PHOTO))
                        .build());

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 503));
        var url = ada.asks().get("/api/v1/users/me").<String>path("avatar.url");
        assertThat(objects(ada))
                .singleElement()
                .satisfies(key -> assertThat(url).endsWith(key.substring(key.lastIndexOf('/') + 1)));
    }

    @Test
    void withoutTheBucketOnlyPhotosAreUnavailable() {
        var url = url(ada);
        try (var outage = Outages.of("s3")) {
            puts(ada, "image/png", PHOTO).statusCode(503).body("code", equalTo("images_unavailable"));
            ada.asks().delete(MINE).then().statusCode(503);

            given().get("/q/health/ready").then().statusCode(200);
            bob.asks().get("/api/v1/users/" + ada.userId()).then().body("avatar.url", equalTo(url));
        }
        ada.asks().delete(MINE).then().statusCode(204);
    }

    @Test
    void changesAreLimited() {
        var statuses = new HashSet<Integer>();
        IntStream.range(0, 20).forEach(i -> statuses.add(ada.asks().delete(MINE).statusCode()));
        assertThat(statuses).containsExactly(204);

        puts(ada, "image/png", PHOTO).statusCode(429).body("code", equalTo("rate_limited"));
    }

    private HttpRequest.Builder request(String path, String type) {
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + ada.accessToken())
                .header("Content-Type", type);
    }

    private void assertNothingChanged() {
        ada.asks().get("/api/v1/users/me").then().body("avatar", nullValue());
        assertThat(objects(ada)).isEmpty();
    }
}
