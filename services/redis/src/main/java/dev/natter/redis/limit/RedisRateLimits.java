package dev.natter.redis.limit;

import dev.natter.redis.Redis;
import dev.natter.redis.RedisScript;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The log of recent uses of each subject as one sorted set, which expires with its longest window. */
@ApplicationScoped
class RedisRateLimits implements RateLimits {

    private final Redis redis;
    private final Clock clock;
    private final Standings standings;
    private final RedisScript acquire = RedisScript.named("limit-acquire");
    private final RedisScript release = RedisScript.named("limit-release");

    RedisRateLimits(Redis redis, Clock clock, Standings standings) {
        this.redis = redis;
        this.clock = clock;
        this.standings = standings;
    }

    @Override
    public Uni<RateLimitPermit> acquire(RateLimit limit, String subject, List<Rate> rates, int uses) {
        var permit = new RateLimitPermit(limit, subject, UUID.randomUUID().toString(), uses);
        var arguments = new ArrayList<String>();
        arguments.add(String.valueOf(clock.millis()));
        arguments.add(permit.id());
        arguments.add(String.valueOf(permit.uses()));
        rates.forEach(rate -> {
            arguments.add(String.valueOf(rate.times()));
            arguments.add(String.valueOf(rate.window().toMillis()));
        });
        var acquired = redis.run(acquire, List.of(key(permit)), arguments).map(answer -> grant(permit, answer));
        return limit.onRedisFailure() == RateLimit.OnRedisFailure.REFUSE
                ? acquired
                : acquired.onFailure(RedisRateLimits::isUncounted).recoverWithItem(permit);
    }

    private RateLimitPermit grant(RateLimitPermit permit, Response answer) {
        if (permit.limit().isInHeaders()) {
            standings.note(new QuotaStatus(
                    permit.limit(),
                    answer.get(1).toLong(),
                    answer.get(2).toLong(),
                    Duration.ofMillis(answer.get(3).toLong()),
                    Duration.ofMillis(answer.get(4).toLong())));
        }
        var wait = Duration.ofMillis(answer.get(0).toLong());
        if (!wait.isZero()) {
            var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
            throw ApiException.tooMany(
                    ErrorCode.RATE_LIMITED, "Too many requests. Try again in %d s.".formatted(seconds), wait);
        }
        return permit;
    }

    private static boolean isUncounted(Throwable failure) {
        return failure instanceof ApiException refusal && refusal.status() == 503;
    }

    @Override
    public Uni<Void> release(RateLimitPermit permit) {
        return redis.run(release, List.of(key(permit)), List.of(permit.id(), String.valueOf(permit.uses())))
                .replaceWithVoid();
    }

    private static String key(RateLimitPermit permit) {
        return "limit:" + permit.limit().wireName() + ":" + permit.subject();
    }
}
