package dev.natter.user.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.mongodb.client.MongoClient;
import dev.natter.user.support.MovableClock;
import dev.natter.user.support.Outages;
import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What strangers do to an address does not lock its owner out of the browsers that he has signed in on. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class DeviceCookieEndpointTest {

    private static final String COOKIE = "natter_device";

    @Inject
    MovableClock clock;

    @Inject
    MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    private static String device(Person.SignedIn signedIn) {
        return signedIn.answer().cookie(COOKIE);
    }

    private static Response requests(Person person, String device) {
        return person.asks()
                .cookie(COOKIE, device)
                .body(Map.of("email", person.email()))
                .post("/api/v1/auth/otp");
    }

    private static Response verifies(Person person, String device, String challenge, String code) {
        return person.asks()
                .cookie(COOKIE, device)
                .body(Map.of("email", person.email(), "challengeId", challenge, "otp", code))
                .post("/api/v1/auth/otp/verify");
    }

    private static Response signsIn(Person person, String device) {
        var challenge =
                requests(person, device).then().statusCode(202).extract().<String>path("challengeId");
        return verifies(person, device, challenge, person.lastCode());
    }

    /** Whatever strangers can do to an address within a day: all its requests, and all its wrong tries. */
    private void strangersLock(Person person) {
        for (int i = 0; i < 20; i++) {
            clock.forward(Duration.ofMinutes(7));
            var challenge = person.challenge();
            var wrong = person.wrongCode();
            for (int n = 0; n < 5; n++) {
                person.verifies(challenge, wrong).then().statusCode(401);
            }
        }
        clock.forward(Duration.ofMinutes(60));
        for (int i = 0; i < 10; i++) {
            person.challenge();
            clock.forward(Duration.ofSeconds(61));
        }
        isLockedOut(person, "none");
    }

    /** Whether the address knows the browser: then a stranger's request a moment ago does not count for it. */
    private boolean isKnown(Person person, String device) {
        clock.forward(Duration.ofSeconds(61));
        person.challenge();
        return requests(person, device).statusCode() == 202;
    }

    private static void isLockedOut(Person person, String device) {
        requests(person, device).then().statusCode(429);
        verifies(person, device, UUID.randomUUID().toString(), "000000")
                .then()
                .statusCode(429)
                .body("code", equalTo("otp_locked"));
    }

    @Test
    void theOwnerSignsInOnAKnownBrowserWhateverStrangersDo() {
        var ada = Person.stranger();
        var known = device(ada.signsIn());
        strangersLock(ada);

        signsIn(ada, known).then().statusCode(200);
        isLockedOut(ada, "none");
    }

    @Test
    void aBrowserOfAnotherAccountIsAStranger() {
        var ada = Person.stranger();
        ada.signsIn();

        assertThat(isKnown(ada, device(Person.stranger().signsIn()))).isFalse();
        assertThat(isKnown(ada, "abcdefghijklmnopqrstuv")).isFalse();
    }

    @Test
    void aBrowserIsKnownToEachAccountThatSignsInOnIt() {
        var ada = Person.stranger();
        var bob = Person.stranger();

        var both = signsIn(bob, device(ada.signsIn())).cookie(COOKIE);

        assertThat(isKnown(ada, both)).isTrue();
        assertThat(isKnown(bob, both)).isTrue();
    }

    @Test
    void aKnownBrowserGuessesNoMoreThanTenTimesADay() {
        var ada = Person.stranger();
        var known = device(ada.signsIn());
        for (int i = 0; i < 2; i++) {
            clock.forward(Duration.ofSeconds(61));
            var challenge =
                    requests(ada, known).then().statusCode(202).extract().<String>path("challengeId");
            for (int n = 0; n < 5; n++) {
                verifies(ada, known, challenge, ada.wrongCode()).then().statusCode(401);
            }
        }
        clock.forward(Duration.ofSeconds(61));
        var challenge = requests(ada, known).then().statusCode(202).extract().<String>path("challengeId");

        verifies(ada, known, challenge, ada.lastCode()).then().statusCode(429).body("code", equalTo("otp_locked"));
        ada.verifies(challenge, ada.lastCode()).then().statusCode(200);
    }

    @Test
    void aKnownBrowserGetsOneMailAMinuteAndTenAnHour() {
        var ada = Person.stranger();
        var known = device(ada.signsIn());
        for (int i = 0; i < 10; i++) {
            requests(ada, known).then().statusCode(202);
            requests(ada, known).then().statusCode(429);
            clock.forward(Duration.ofSeconds(61));
        }

        requests(ada, known).then().statusCode(429);
    }

    @Test
    void aBrowserWhoseSessionIsEndedFromAnotherIsAStranger() {
        var ada = Person.stranger();
        var lost = ada.signsIn();
        clock.forward(Duration.ofSeconds(61));
        var phone = ada.signsIn();

        phone.asks().delete("/api/v1/auth/sessions/" + lost.sessionId()).then().statusCode(204);

        assertThat(isKnown(ada, device(lost))).isFalse();
        assertThat(isKnown(ada, device(phone))).isTrue();
    }

    @Test
    void aBrowserWhoseRefreshTokenWasStolenIsAStranger() {
        var ada = Person.stranger();
        var stolen = ada.signsIn();
        stolen.refreshes(stolen.refreshToken()).then().statusCode(200);
        stolen.refreshes(stolen.refreshToken()).then().statusCode(401);

        assertThat(isKnown(ada, device(stolen))).isFalse();
    }

    @Test
    void whoSignsOutIsStillKnownThere() {
        var ada = Person.stranger();
        var signedIn = ada.signsIn();
        ada.asks()
                .cookie(Person.COOKIE, signedIn.refreshToken())
                .post("/api/v1/auth/logout")
                .then()
                .statusCode(204);

        assertThat(isKnown(ada, device(signedIn))).isTrue();
    }

    @Test
    void aTokenIsReplacedAtEachSignInAndEndsAnHourLater() {
        var ada = Person.stranger();
        var first = device(ada.signsIn());
        var second = signsIn(ada, first).cookie(COOKIE);

        assertThat(second).isNotEqualTo(first);
        assertThat(isKnown(ada, first)).isTrue();
        clock.forward(Duration.ofHours(1));
        assertThat(isKnown(ada, first)).isFalse();
        assertThat(isKnown(ada, second)).isTrue();
    }

    @Test
    void aBrowserIsForgottenAfterAYear() {
        var ada = Person.stranger();
        var known = device(ada.signsIn());
        clock.forward(Duration.ofDays(364));
        assertThat(isKnown(ada, known)).isTrue();
        clock.forward(Duration.ofDays(1));

        assertThat(isKnown(ada, known)).isFalse();
    }

    @Test
    void theCookieIsAsThePublicContractHasIt() {
        var set = Person.stranger().signsIn().answer().headers().getValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(COOKIE))
                .toList();

        assertThat(set)
                .singleElement()
                .asString()
                .matches(
                        "natter_device=[A-Za-z0-9_-]{22}; Path=/api/v1/auth; Max-Age=31536000; HttpOnly; SameSite=Strict");
    }

    @Test
    void onlyHashesAreStored() {
        var tokens = device(Person.stranger().signsIn());

        var stored = new ArrayList<String>();
        mongo.getDatabase(database).getCollection("devices").find().forEach(device -> stored.add(device.toJson()));

        assertThat(stored).isNotEmpty().noneMatch(json -> json.contains(tokens));
    }

    @Test
    void withoutMongoDbEveryBrowserIsAStranger() {
        var ada = Person.stranger();
        var known = device(ada.signsIn());
        try (var outage = Outages.of("mongodb")) {
            requests(ada, known).then().statusCode(429);
        }
    }
}
