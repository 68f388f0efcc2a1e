package dev.natter.user.email;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.natter.user.support.Mails;
import dev.natter.user.support.Outages;
import dev.natter.user.support.Person;
import dev.natter.user.support.Person.SignedIn;
import dev.natter.user.support.Servers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class EmailEndpointTest {

    private static final String EMAIL = "/api/v1/users/me/email";

    @Inject
    RedisDataSource redis;

    /** As if the minute between two mails to this address had passed. */
    private void aMinuteLater(Person person) {
        redis.key().del("limit:otp_address:" + person.email());
    }

    private static ValidatableResponse changes(SignedIn user, String email, String challengeId, String code) {
        return user.asks()
                .body(Map.of("email", email, "challengeId", challengeId, "otp", code))
                .put(EMAIL)
                .then();
    }

    /** With a code that was mailed there. */
    private static ValidatableResponse changesTo(SignedIn user, Person address) {
        var challenge = address.challenge();
        return changes(user, address.email(), challenge, address.lastCode());
    }

    @Test
    void oneSignsInWithTheNewAddressAndFindsTheSameAccount() {
        var ada = Person.stranger().signsIn();
        var renewed = Person.stranger();

        changesTo(ada, renewed)
                .statusCode(200)
                .body("id", equalTo(ada.userId()))
                .body("email", equalTo(renewed.email()));

        ada.asks().get("/api/v1/users/me").then().body("email", equalTo(renewed.email()));
        aMinuteLater(renewed);
        assertThat(renewed.signsIn().userId()).isEqualTo(ada.userId());
    }

    @Test
    void theFormerAddressGetsANoticeWithoutACodeOrLink() {
        var ada = Person.stranger().signsIn();
        var renewed = Person.stranger();
        var before = Mails.allTo(ada.person().email()).size();

        changesTo(ada, renewed).statusCode(200);

        await().untilAsserted(
                        () -> assertThat(Mails.allTo(ada.person().email())).hasSize(before + 1));
        var notice = Mails.lastTo(ada.person().email()).body();
        assertThat(notice.get("subject").asText()).contains("changed");
        assertThat(notice.get("body").asText())
                .doesNotContain("://")
                .doesNotContain(renewed.email())
                .doesNotContainPattern("[0-9]{6}");
        assertThat(Instant.parse(notice.get("expiresAt").asText())).isAfter(Instant.EPOCH);
    }

    @Test
    void theFormerAddressIsFreeAfterwards() {
        var ada = Person.stranger().signsIn();

        changesTo(ada, Person.stranger()).statusCode(200);

        aMinuteLater(ada.person());
        assertThat(Person.withEmail(ada.person().email()).signsIn().userId()).isNotEqualTo(ada.userId());
    }

    @Test
    void otherSessionsEndAndThisOneGoesOn() {
        var person = Person.stranger();
        var laptop = person.signsIn();
        var challenge = mailAgain(laptop);
        var other = new SignedIn(
                person,
                person.verifies(challenge, person.lastCode())
                        .then()
                        .statusCode(200)
                        .extract()
                        .response());

        changesTo(laptop, Person.stranger()).statusCode(200);

        other.asks().get("/api/v1/users/me").then().statusCode(401);
        other.refreshes(other.refreshToken()).then().statusCode(401).body("code", equalTo("session_revoked"));
        laptop.asks().get("/api/v1/auth/sessions").then().statusCode(200).body("items", hasSize(1));
    }

    /** Within the minute between two mails to one address: a known browser has limits of its own. */
    private static String mailAgain(SignedIn known) {
        return known.person()
                .asks()
                .cookie("natter_device", known.answer().cookie("natter_device"))
                .body(Map.of("email", known.person().email()))
                .post("/api/v1/auth/otp")
                .then()
                .statusCode(202)
                .extract()
                .path("challengeId");
    }

    @Test
    void aTakenAddressIsRefusedAfterTheRightCodeAlone() {
        var ada = Person.stranger().signsIn();
        var bob = Person.stranger().signsIn();
        var challenge = mailAgain(bob);

        changes(ada, bob.person().email(), challenge, bob.person().wrongCode())
                .statusCode(401)
                .body("code", equalTo("otp_invalid"));
        changes(ada, bob.person().email(), challenge, bob.person().lastCode())
                .statusCode(409)
                .body("code", equalTo("email_taken"));

        ada.asks()
                .get("/api/v1/users/me")
                .then()
                .body("email", equalTo(ada.person().email()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"email\":\"no address\",\"challengeId\":\"c\",\"otp\":\"123456\"}"})
    void whatIsMalformedIsRefused(String body) {
        Person.stranger().signsIn().asks().body(body).put(EMAIL).then().statusCode(400);
    }

    @Test
    void strangersChangeNothing() {
        given().contentType(ContentType.JSON).body("{}").put(EMAIL).then().statusCode(401);
    }

    @Test
    void aWrongCodeChangesNothing() {
        var ada = Person.stranger().signsIn();
        var renewed = Person.stranger();
        var challenge = renewed.challenge();

        changes(ada, renewed.email(), challenge, renewed.wrongCode()).statusCode(401);

        ada.asks()
                .get("/api/v1/users/me")
                .then()
                .body("email", equalTo(ada.person().email()));
    }

    @Test
    void theNoticeIsSentWhenTheBrokerIsBack() {
        var ada = Person.stranger().signsIn();
        var renewed = Person.stranger();
        var challenge = renewed.challenge();
        var code = renewed.lastCode();
        var before = Mails.allTo(ada.person().email()).size();

        try (var outage = Outages.of("rabbitmq")) {
            changes(ada, renewed.email(), challenge, code).statusCode(200);
        }

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(Mails.allTo(ada.person().email())).hasSizeGreaterThan(before));
    }
}
