package dev.natter.user.otp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import dev.natter.user.support.Mails;
import dev.natter.user.support.MovableClock;
import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class OtpEndpointTest {

    @Inject
    MovableClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void aRequestIsAnsweredOnceTheMailIsInItsQueue() {
        var ada = Person.stranger();

        var answer = ada.asks()
                .header("X-Request-Id", "from-ada")
                .body("{\"email\":\"%s\"}".formatted(ada.email()))
                .post("/api/v1/auth/otp");

        answer.then()
                .statusCode(202)
                .body("challengeId", matchesPattern("[A-Za-z0-9_-]{1,64}"))
                .body("expiresInSeconds", equalTo(300))
                .body("resendAfterSeconds", equalTo(60));
        assertThat(Mails.allTo(ada.email())).singleElement().satisfies(mail -> {
            assertThat(mail.contentType()).isEqualTo("application/json");
            assertThat(mail.deliveryMode()).isEqualTo(2);
            assertThat(mail.headers().get("x-request-id")).hasToString("from-ada");
            assertThat(mail.body().get("subject").asText()).isEqualTo(mail.code() + " is your Natter code");
            assertThat(Instant.parse(mail.body().get("expiresAt").asText()))
                    .isBetween(Instant.now().plusSeconds(290), Instant.now().plusSeconds(301));
        });
    }

    @Test
    void theRightCodeSignsInAndMakesTheAccount() {
        var ada = Person.stranger();
        var challenge = ada.challenge();

        var answer = ada.verifies(challenge, ada.lastCode());

        answer.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("tokenType", equalTo("Bearer"))
                .body("expiresInSeconds", equalTo(900))
                .body("user.name", equalTo(ada.email().replace("@example.com", "")))
                .body("user.createdAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"))
                .body("user.email", equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(ints = {'٠', '۰', '०', '০', '０', 0x1D7CE})
    void digitsOfEveryScriptAreDigits(int zero) {
        var ada = Person.stranger();
        var challenge = ada.challenge();
        var code = ada.lastCode()
                .chars()
                .map(digit -> digit - '0' + zero)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());

        ada.verifies(challenge, code).then().statusCode(200);
    }

    @Test
    void theSameAddressIsTheSamePerson() {
        var name = Person.stranger().email();
        var first = Person.withEmail(name).signsIn();
        clock.forward(Duration.ofSeconds(61));

        var second = Person.withEmail("  " + name.toUpperCase(java.util.Locale.ROOT) + " ")
                .challenge();
        var answer = Person.withEmail(name).verifies(second, Mails.lastTo(name).code());

        answer.then().statusCode(200).body("user.id", equalTo(first.userId()));
    }

    @Test
    void aRequestIsAnsweredTheSameWhetherOrNotThereIsAnAccount() {
        var known = Person.stranger();
        known.signsIn();
        clock.forward(Duration.ofSeconds(61));

        var ofKnown = known.requestsOtp();
        var ofUnknown = Person.stranger().requestsOtp();

        assertThat(ofKnown.statusCode()).isEqualTo(ofUnknown.statusCode()).isEqualTo(202);
        assertThat(ofKnown.body().asString().replaceAll("[0-9a-f-]{36}", "id"))
                .isEqualTo(ofUnknown.body().asString().replaceAll("[0-9a-f-]{36}", "id"));
    }

    @Test
    void aCodeIsGoodForFiveMinutesAndNotASecondMore() {
        var early = Person.stranger();
        var earlyChallenge = early.challenge();
        var late = Person.stranger();
        var lateChallenge = late.challenge();

        clock.forward(Duration.ofSeconds(290));
        early.verifies(earlyChallenge, early.lastCode()).then().statusCode(200);
        clock.forward(Duration.ofSeconds(11));

        isInvalid(late.verifies(lateChallenge, late.lastCode()));
    }

    @Test
    void aResendLeavesTheEarlierCodeGoodForItsOwnTimeAndNoLonger() {
        var ada = Person.stranger();
        var first = ada.challenge();
        var firstCode = ada.lastCode();
        clock.forward(Duration.ofSeconds(61));
        var second = ada.challenge();
        var secondCode = ada.lastCode();

        ada.verifies(first, firstCode).then().statusCode(200);
        isInvalid(ada.verifies(second, secondCode));
        isInvalid(ada.verifies(first, firstCode));

        var bob = Person.stranger();
        var old = bob.challenge();
        var oldCode = bob.lastCode();
        clock.forward(Duration.ofSeconds(200));
        var young = bob.challenge();
        var youngCode = bob.lastCode();
        clock.forward(Duration.ofSeconds(101));

        isInvalid(bob.verifies(old, oldCode));
        bob.verifies(young, youngCode).then().statusCode(200);
    }

    @Test
    void aCodeIsBoundToItsChallengeAndItsAddress() {
        var ada = Person.stranger();
        var adasChallenge = ada.challenge();
        var mallory = Person.stranger();
        var mallorysChallenge = mallory.challenge();

        isInvalid(ada.verifies(mallorysChallenge, ada.lastCode()));
        isInvalid(ada.verifies(
                adasChallenge, mallory.lastCode().equals(ada.lastCode()) ? ada.wrongCode() : mallory.lastCode()));
        isInvalid(mallory.verifies(adasChallenge, ada.lastCode()));
        ada.verifies(adasChallenge, ada.lastCode()).then().statusCode(200);
    }

    @Test
    void aCodeOfOneBrowsersChallengeIsNoGoodForAnothersOfTheSameAddress() {
        var ada = Person.stranger();
        var first = ada.challenge();
        var firstCode = ada.lastCode();
        clock.forward(Duration.ofSeconds(61));
        var second = ada.challenge();
        var code = firstCode.equals(ada.lastCode()) ? ada.wrongCode() : firstCode;

        isInvalid(ada.verifies(second, code));
        ada.verifies(first, firstCode).then().statusCode(200);
    }

    @Test
    void whateverIsWrongTheAnswerIsTheSame() {
        var ada = Person.stranger();
        var challenge = ada.challenge();

        var wrong = ada.verifies(challenge, ada.wrongCode()).asString();
        var unknown = ada.verifies("unknown", "123456").asString();
        var stranger = Person.stranger().verifies(challenge, "123456").asString();
        ada.verifies(challenge, ada.lastCode()).then().statusCode(200);
        var used = ada.verifies(challenge, ada.lastCode()).asString();

        assertThat(unknown).isEqualTo(wrong).isEqualTo(stranger).isEqualTo(used);
    }

    @Test
    void fetchingNeverConsumes() {
        var ada = Person.stranger();
        var challenge = ada.challenge();

        for (int i = 0; i < 10; i++) {
            given().get("/api/v1/auth/otp").then().statusCode(405);
            given().queryParam("otp", ada.lastCode())
                    .queryParam("email", ada.email())
                    .queryParam("challengeId", challenge)
                    .get("/api/v1/auth/otp/verify")
                    .then()
                    .statusCode(405);
        }

        ada.verifies(challenge, ada.lastCode()).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":null}",
                "{\"email\":\"\"}",
                "{\"email\":\"ada\"}",
                "{\"email\":\"ada@example.com\\r\\nBcc: eve@example.com\"}",
                "{\"email\":\"ada@example.com\\u0000\"}",
                "{\"email\":\"ada@@example.com\"}",
                "{\"email\":\"a b@example.com\"}",
                "{\"email\":{\"$ne\":\"\"}}",
                "{\"email\":[\"ada@example.com\"]}",
                "{\"email\":7}"
            })
    void whatIsNoAddressIsMalformed(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/auth/otp")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo("email"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"12345\"", "\"1234567\"", "\"abcdef\"", "123456", "null", "{\"$gt\":\"\"}"})
    void whatIsNoCodeIsMalformed(String otp) {
        given().contentType(ContentType.JSON)
                .body("{\"email\":\"ada@example.com\",\"challengeId\":\"c\",\"otp\":" + otp + "}")
                .post("/api/v1/auth/otp/verify")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("otp"));
    }

    @Test
    void aCrossSiteRequestDoesNotSignIn() {
        var ada = Person.stranger();
        var challenge = ada.challenge();
        var body = "{\"email\":\"%s\",\"challengeId\":\"%s\",\"otp\":\"%s\"}"
                .formatted(ada.email(), challenge, ada.lastCode());

        ada.asks()
                .header("Origin", "https://evil.example")
                .body(body)
                .post("/api/v1/auth/otp/verify")
                .then()
                .statusCode(403)
                .body("code", equalTo("foreign_origin"));
        ada.asks()
                .header("Origin", "http://localhost:8080")
                .body(body)
                .post("/api/v1/auth/otp/verify")
                .then()
                .statusCode(200);
    }

    private static void isInvalid(io.restassured.response.Response answer) {
        answer.then().statusCode(401).contentType("application/problem+json").body("code", equalTo("otp_invalid"));
    }
}
