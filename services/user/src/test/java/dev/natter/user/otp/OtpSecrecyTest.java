package dev.natter.user.otp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.testing.RecordedLog;
import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class OtpSecrecyTest {

    @Inject
    RedisDataSource redis;

    @Test
    void aChallengeInRedisIsAHashOfItsCodeAndItsTries() {
        var ada = Person.stranger();

        var challenge = ada.challenge();

        var key = "otp:" + ada.email();
        var stored = redis.hash(String.class).hgetall(key);
        assertThat(stored).containsOnlyKeys(challenge);
        assertThat(stored.get(challenge)).matches("[0-9a-f]{64}:0:[0-9]{13}").doesNotContain(":" + ada.lastCode());
        assertThat(redis.key().pttl(key)).isBetween(290_000L, 300_000L);
    }

    @Test
    void noCodeIsInAnyValueOfRedis() {
        var people = List.of(Person.stranger(), Person.stranger(), Person.stranger());
        people.forEach(Person::challenge);

        for (var person : people) {
            var values = redis.hash(String.class).hvals("otp:" + person.email());
            var limits = redis.sortedSet(String.class).zrange("limit:otp_address:" + person.email(), 0, -1);
            // A hash or an id may have these digits by chance inside of it, but not standing alone.
            assertThat(values)
                    .noneMatch(value -> value.matches("(.*[^0-9a-f])?" + person.lastCode() + "([^0-9a-f].*)?"));
            assertThat(limits).noneMatch(value -> value.equals(person.lastCode()));
        }
    }

    @Test
    void nothingSecretReachesTheLog() {
        var natter = Logger.getLogger("dev.natter");
        natter.setLevel(Level.ALL);
        try (var log = new RecordedLog()) {
            var ada = Person.stranger();
            var challenge = ada.challenge();
            ada.verifies(challenge, ada.wrongCode());
            var signedIn = new Person.SignedIn(ada, ada.verifies(challenge, ada.lastCode()));
            signedIn.refreshes(signedIn.refreshToken());
            signedIn.refreshes(signedIn.refreshToken());

            assertThat(log.lines())
                    .noneMatch(line -> line.contains(ada.email()))
                    .noneMatch(line -> line.contains(ada.lastCode()))
                    .noneMatch(line -> line.contains(signedIn.accessToken()))
                    .noneMatch(line -> line.contains(signedIn.refreshToken()));
        } finally {
            natter.setLevel(null);
        }
    }
}
