package dev.natter.user.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.natter.user.support.Mails;
import dev.natter.user.support.MovableClock;
import dev.natter.user.support.Parallel;
import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class OtpLimitsTest {

    @Inject
    MovableClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void withinAMinuteThereIsNoSecondMail() {
        var ada = Person.stranger();
        ada.challenge();

        var tooSoon = ada.requestsOtp();

        tooSoon.then().statusCode(429).body("code", equalTo("rate_limited"));
        assertThat(Integer.parseInt(tooSoon.header("Retry-After"))).isBetween(50, 60);
        clock.forward(Duration.ofSeconds(61));
        ada.requestsOtp().then().statusCode(202);
    }

    @Test
    void ofManyRequestsAtOnceOneIsMailed() {
        var ada = Person.stranger();

        var answers = Parallel.all(
                50,
                i -> Parallel.post(
                        "/api/v1/auth/otp",
                        "{\"email\":\"%s\"}".formatted(ada.email()),
                        "X-Forwarded-For",
                        ada.network()));

        assertThat(Parallel.count(answers, 202)).isEqualTo(1);
        assertThat(Parallel.count(answers, 429)).isEqualTo(49);
        assertThat(Mails.allTo(ada.email())).hasSize(1);
    }

    @Test
    void withinAnHourAnAddressGetsTenMails() {
        var ada = Person.stranger();
        for (int i = 0; i < 10; i++) {
            ada.requestsOtp().then().statusCode(202);
            clock.forward(Duration.ofSeconds(61));
        }

        var answer = ada.requestsOtp();

        answer.then().statusCode(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(2900, 3000);
        clock.forward(Duration.ofMinutes(50));
        ada.requestsOtp().then().statusCode(202);
    }

    @Test
    void thereIsNoLimitForADay() {
        var ada = Person.stranger();
        for (int i = 0; i < 40; i++) {
            ada.requestsOtp().then().statusCode(202);
            clock.forward(Duration.ofMinutes(7));
        }
    }

    @Test
    void withinAnHourANetworkGetsAHundredMailsWhateverItForwards() {
        var network = Person.stranger().network();

        var answers = Parallel.all(
                130,
                i -> Parallel.post(
                        "/api/v1/auth/otp",
                        "{\"email\":\"%s\"}".formatted(Person.stranger().email()),
                        "X-Forwarded-For",
                        // What the caller invents stands before what the proxy has seen.
                        "198.51.100." + i + ", " + network));

        assertThat(Parallel.count(answers, 202)).isEqualTo(100);
        assertThat(Parallel.count(answers, 429)).isEqualTo(30);
    }

    @Test
    void theNeighboursInAnIpv6NetworkShareTheirLimit() {
        var answers = Parallel.all(
                101,
                i -> Parallel.post(
                        "/api/v1/auth/otp",
                        "{\"email\":\"%s\"}".formatted(Person.stranger().email()),
                        "X-Forwarded-For",
                        "2001:db8:77:1:%x::1".formatted(i)));

        assertThat(Parallel.count(answers, 202)).isEqualTo(100);
    }

    @Test
    void whoIsRefusedForHisAddressUsesNothingUpForHisNetwork() {
        var ada = Person.stranger();
        ada.challenge();

        for (int i = 0; i < 110; i++) {
            ada.requestsOtp().then().statusCode(429);
        }

        ada.asks()
                .body("{\"email\":\"%s\"}".formatted(Person.stranger().email()))
                .post("/api/v1/auth/otp")
                .then()
                .statusCode(202);
    }
}
