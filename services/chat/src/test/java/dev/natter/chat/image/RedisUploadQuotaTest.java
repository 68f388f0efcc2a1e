package dev.natter.chat.image;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.chat.TestClock;
import dev.natter.web.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RedisUploadQuotaTest {

    @Inject
    Redis redis;

    @Inject
    Vertx vertx;

    private final String user = UUID.randomUUID().toString();
    private final TestClock clock = new TestClock();

    @Test
    void endsWithTheHour() {
        clock.advance(Duration.ofMinutes(15));
        var quota = new RedisUploadQuota(redis, new ImageFixture.TestLimits(), clock);
        for (var upload = 0; upload < 3; upload++) {
            get(quota.take(user));
        }

        assertThat(failure(quota.take(user)))
                .asInstanceOf(type(Refusal.class))
                .returns(429, Refusal::status)
                .returns(Duration.ofMinutes(45), Refusal::retryAfter);
        get(quota.take(UUID.randomUUID().toString()));
        clock.advance(Duration.ofMinutes(45));
        get(quota.take(user));
    }

    @Test
    void refusesNobodyWhileRedisIsAway() {
        var nowhere = Redis.createClient(vertx, "redis://127.0.0.1:1");
        var quota = new RedisUploadQuota(nowhere, new ImageFixture.TestLimits(), clock);

        for (var upload = 0; upload < 5; upload++) {
            get(quota.take(user));
        }
        nowhere.close();
    }
}
