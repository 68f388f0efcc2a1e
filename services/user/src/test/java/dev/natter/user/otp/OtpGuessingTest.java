package dev.natter.user.otp;

import static dev.natter.user.support.Parallel.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.natter.user.support.MovableClock;
import dev.natter.user.support.Parallel;
import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class OtpGuessingTest {

    @Inject
    MovableClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    private static IntFunction<HttpRequest> tries(Person person, String challenge, IntFunction<String> code) {
        return i -> Parallel.post(
                "/api/v1/auth/otp/verify",
                "{\"email\":\"%s\",\"challengeId\":\"%s\",\"otp\":\"%s\"}"
                        .formatted(person.email(), challenge, code.apply(i)));
    }

    @Test
    void ofAHundredRightAnswersAtOnceOneSignsIn() {
        var ada = Person.stranger();
        var challenge = ada.challenge();
        var code = ada.lastCode();

        var answers = Parallel.all(100, tries(ada, challenge, i -> code));

        assertThat(count(answers, 200)).isEqualTo(1);
        assertThat(count(answers, 401)).isEqualTo(99);
    }

    @Test
    void ofAThousandWrongAnswersAtOnceFiveAreComparedAndThenTheCodeIsDead() {
        var ada = Person.stranger();
        var challenge = ada.challenge();
        var right = Integer.parseInt(ada.lastCode());

        var answers = Parallel.all(1000, tries(ada, challenge, i -> "%06d".formatted((right + 1 + i) % 1_000_000)));

        assertThat(count(answers, 401)).isEqualTo(5);
        assertThat(count(answers, 429)).isEqualTo(995);
        ada.verifies(challenge, ada.lastCode())
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .body("code", equalTo("otp_locked"));
    }

    @Test
    void aStrangerWhoBurnsTriesOnHisOwnChallengeDoesNotTouchMine() {
        var ada = Person.stranger();
        var mine = ada.challenge();
        var myCode = ada.lastCode();
        clock.forward(Duration.ofSeconds(61));
        var his = ada.challenge();

        burn(ada, his);

        ada.verifies(his, ada.lastCode()).then().statusCode(429);
        ada.verifies(mine, myCode).then().statusCode(200);
    }

    @Test
    void aHundredWrongTriesADayLockTheAddress() {
        var ada = Person.stranger();
        for (int i = 0; i < 20; i++) {
            // Ten in an hour, five of them wrong each: slower is not necessary, and faster not possible.
            clock.forward(Duration.ofMinutes(7));
            burn(ada, ada.challenge());
        }
        clock.forward(Duration.ofMinutes(7));
        var challenge = ada.challenge();

        ada.verifies(challenge, ada.lastCode())
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9][0-9]{3,4}"))
                .body("code", equalTo("otp_locked"));
    }

    @Test
    void inAny24HoursNoMoreThanAHundredGuessesAreCompared() {
        var ada = Person.stranger();
        var compared = new ArrayList<Duration>();
        var now = Duration.ZERO;
        // One code at once and the others as late as they still count with it: so a day that starts anew would allow
        // most.
        for (int i = 0; i < 40; i++) {
            var pause = i == 1 ? Duration.ofHours(21) : Duration.ofMinutes(7);
            clock.forward(pause);
            now = now.plus(pause);
            var challenge = ada.challenge();
            var wrong = ada.wrongCode();
            for (int n = 0; n < 5; n++) {
                if (ada.verifies(challenge, wrong).statusCode() == 401) {
                    compared.add(now);
                }
            }
        }

        // Each is right with a chance of 10⁻⁶; together that is the 10⁻⁴ of SECURITY.md.
        for (var end : compared) {
            assertThat(compared.stream()
                            .filter(one -> one.compareTo(end) <= 0 && one.compareTo(end.minus(Duration.ofDays(1))) > 0)
                            .count())
                    .isLessThanOrEqualTo(100);
        }
        assertThat(compared).hasSizeGreaterThan(100);
    }

    private static void burn(Person person, String challenge) {
        var wrong = person.wrongCode();
        for (int i = 0; i < 5; i++) {
            person.verifies(challenge, wrong).then().statusCode(401);
        }
    }
}
