package dev.natter.user.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.natter.user.support.MovableClock;
import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import dev.natter.user.support.StoreTap;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The time of an answer does not reveal whether an account exists, because no account is looked up before the code is right: what is
 * asked of Redis and of the broker is the same for every address, and of MongoDB nothing.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class OtpEnumerationTest {

    private final Person known = Person.stranger();
    private final Person unknown = Person.stranger();

    @Inject
    MovableClock clock;

    @BeforeEach
    void oneOfThemHasAnAccount() {
        known.signsIn();
        clock.forward(Duration.ofSeconds(61));
        StoreTap.forget();
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void aRequestForACodeReadsNoAccount() {
        known.challenge();
        unknown.challenge();

        assertThat(lookedUp()).isEmpty();
    }

    @Test
    void aWrongCodeReadsNoAccount() {
        for (var person : List.of(known, unknown)) {
            person.verifies(person.challenge(), person.wrongCode())
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("otp_invalid"));
        }

        assertThat(lookedUp()).isEmpty();
    }

    @Test
    void anUnknownChallengeReadsNoAccount() {
        for (var person : List.of(known, unknown)) {
            person.verifies(UUID.randomUUID().toString(), "123456").then().statusCode(401);
        }

        assertThat(lookedUp()).isEmpty();
    }

    @Test
    void onlyTheRightCodeDoes() {
        known.verifies(known.challenge(), known.lastCode()).then().statusCode(200);

        assertThat(lookedUp()).isNotEmpty();
    }

    private List<String> lookedUp() {
        return List.of(known, unknown).stream()
                .flatMap(person -> StoreTap.about(person.email()).stream())
                .toList();
    }
}
