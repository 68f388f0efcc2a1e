package dev.natter.user.session;

import static dev.natter.user.session.SessionAnswers.isRevoked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.natter.user.support.MovableClock;
import dev.natter.user.support.Parallel;
import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refresh whose answer was lost, and what a thief could make of it. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class RepetitionEndpointTest {

    @Inject
    MovableClock clock;

    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    private static Response refresh(Person.SignedIn person, String token, String key) {
        return person.person()
                .asks()
                .cookie(Person.COOKIE, token)
                .header("Idempotency-Key", key)
                .post("/api/v1/auth/refresh");
    }

    @Test
    void aRequestThatIsRepeatedGetsTheSameCookieAndAGoodAccessToken() {
        var ada = Person.stranger().signsIn();
        var lost = refresh(ada, ada.refreshToken(), key).then().statusCode(200).extract();

        var repeated = refresh(ada, ada.refreshToken(), key);

        repeated.then().statusCode(200).body("user.id", equalTo(ada.userId()));
        assertThat(repeated.cookie(Person.COOKIE)).isEqualTo(lost.cookie(Person.COOKIE));
        ada.person()
                .asks()
                .auth()
                .oauth2(repeated.path("accessToken"))
                .get("/api/v1/users/me")
                .then()
                .statusCode(200);
        ada.refreshes(repeated.cookie(Person.COOKIE)).then().statusCode(200);
    }

    @Test
    void ofManyWhoRepeatAtOnceAllGetTheSame() {
        var ada = Person.stranger().signsIn();

        var answers = Parallel.all(
                10,
                i -> Parallel.post(
                        "/api/v1/auth/refresh",
                        "",
                        "Cookie",
                        Person.COOKIE + "=" + ada.refreshToken(),
                        "Idempotency-Key",
                        key));

        assertThat(Parallel.count(answers, 200)).isEqualTo(10);
    }

    @Test
    void aStolenCookieIsWorthNothingWithoutTheKey() {
        var ada = Person.stranger().signsIn();
        var next = refresh(ada, ada.refreshToken(), key).cookie(Person.COOKIE);

        isRevoked(refresh(ada, ada.refreshToken(), UUID.randomUUID().toString()));
        isRevoked(refresh(ada, next, key));
    }

    @Test
    void neitherIsItWhenTheThiefShowsNoKeyAtAll() {
        var ada = Person.stranger().signsIn();
        refresh(ada, ada.refreshToken(), key).then().statusCode(200);

        isRevoked(ada.refreshes(ada.refreshToken()));
    }

    @Test
    void aRepetitionTenMinutesLaterGetsTheSameCookie() {
        var ada = Person.stranger().signsIn();
        var lost = refresh(ada, ada.refreshToken(), key).cookie(Person.COOKIE);
        clock.forward(Duration.ofMinutes(10));

        var repeated = refresh(ada, ada.refreshToken(), key);

        repeated.then().statusCode(200);
        assertThat(repeated.cookie(Person.COOKIE)).isEqualTo(lost);
        ada.refreshes(lost).then().statusCode(200);
    }

    @Test
    void onceItsSuccessorIsUsedARepetitionIsAReuse() {
        var ada = Person.stranger().signsIn();
        var next = refresh(ada, ada.refreshToken(), key).cookie(Person.COOKIE);
        refresh(ada, next, UUID.randomUUID().toString()).then().statusCode(200);

        isRevoked(refresh(ada, ada.refreshToken(), key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with spaces in it, and commas", "\"quoted-quoted-quoted-quoted\""})
    void aKeyThatCannotBeOneIsRefusedAndCostsNothing(String malformed) {
        var ada = Person.stranger().signsIn();

        refresh(ada, ada.refreshToken(), malformed)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("Idempotency-Key"))
                .header("Set-Cookie", nullValue());
        ada.refreshes(ada.refreshToken()).then().statusCode(200);
    }
}
