package dev.natter.user.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.natter.user.support.Mails;
import dev.natter.user.support.Outages;
import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class OtpOutageTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    RedisDataSource redis;

    @Test
    void withoutRedisSignInIsUnavailableAndLimitsHold() {
        var ada = Person.stranger();
        var challenge = ada.challenge();
        var code = ada.lastCode();

        try (var outage = Outages.of("redis")) {
            isUnavailable(Person.stranger().requestsOtp(), "store_unavailable");
            isUnavailable(ada.verifies(challenge, code), "store_unavailable");
        }

        await().atMost(SOON)
                .untilAsserted(() -> ada.verifies(challenge, code).then().statusCode(200));
    }

    @Test
    void withoutTheBrokerNothingIsStored() {
        var ada = Person.stranger();

        try (var outage = Outages.of("rabbitmq")) {
            isUnavailable(ada.requestsOtp(), "mail_unavailable");

            assertThat(redis.key().keys("*" + ada.email() + "*")).isEmpty();
        }

        // Not even the minute between two mails has begun.
        await().atMost(SOON).untilAsserted(() -> ada.requestsOtp().then().statusCode(202));
        assertThat(Mails.allTo(ada.email())).hasSize(1);
    }

    @Test
    void withoutMongoTheCodeIsRightAndTheAnswerHonest() {
        var ada = Person.stranger();
        var challenge = ada.challenge();
        var code = ada.lastCode();

        try (var outage = Outages.of("mongodb")) {
            isUnavailable(ada.verifies(challenge, code), "store_unavailable");
        }
    }

    private static void isUnavailable(io.restassured.response.Response answer, String code) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .body("code", equalTo(code));
    }
}
