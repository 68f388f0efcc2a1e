package dev.natter.user.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.natter.user.support.Outages;
import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the other services find in Redis of a session that is over. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class RevocationEndpointTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    RedisDataSource redis;

    private static String note(Person.SignedIn person) {
        return "session:ended:" + person.sessionId();
    }

    private static Response logsOut(Person.SignedIn person) {
        return person.person()
                .asks()
                .cookie(Person.COOKIE, person.refreshToken())
                .post("/api/v1/auth/logout");
    }

    private void isNotedForAsLongAsATokenLives(Person.SignedIn person) {
        assertThat(redis.key().exists(note(person))).isTrue();
        assertThat(redis.key().pttl(note(person)))
                .isBetween(
                        Duration.ofMinutes(19).toMillis(),
                        Duration.ofMinutes(20).toMillis());
    }

    @Test
    void aLogoutIsNotedWhenItIsAnswered() {
        var ada = Person.stranger().signsIn();
        assertThat(redis.key().exists(note(ada))).isFalse();

        logsOut(ada).then().statusCode(204);

        isNotedForAsLongAsATokenLives(ada);
        ada.asks().get("/api/v1/users/me").then().statusCode(401).body("code", equalTo("unauthorized"));
    }

    @Test
    void soIsTheEndOfAnotherDevice() {
        var ada = Person.stranger().signsIn();

        ada.asks()
                .delete("/api/v1/auth/sessions/" + note(ada).substring("session:ended:".length()))
                .then()
                .statusCode(204);

        isNotedForAsLongAsATokenLives(ada);
    }

    @Test
    void soIsATheft() {
        var ada = Person.stranger().signsIn();
        ada.refreshes(ada.refreshToken()).then().statusCode(200);

        ada.refreshes(ada.refreshToken()).then().statusCode(401);

        isNotedForAsLongAsATokenLives(ada);
    }

    @Test
    void aCookieThatIsMadeUpIsNotNoted() {
        var before = redis.key().keys("session:ended:*").size();

        Person.stranger()
                .asks()
                .cookie(Person.COOKIE, "A".repeat(64))
                .post("/api/v1/auth/logout")
                .then()
                .statusCode(204);

        assertThat(redis.key().keys("session:ended:*")).hasSize(before);
    }

    @Test
    void withoutRedisALogoutIsNotSaidToBeDoneAndIsDoneLater() {
        var ada = Person.stranger().signsIn();

        try (var outage = Outages.of("redis")) {
            logsOut(ada)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                    .body("code", equalTo("store_unavailable"));
            ada.asks().get("/api/v1/users/me").then().statusCode(401);
        }

        await().atMost(SOON).untilAsserted(() -> isNotedForAsLongAsATokenLives(ada));
        ada.refreshes(ada.refreshToken()).then().statusCode(401).body("code", equalTo("session_revoked"));
    }
}
