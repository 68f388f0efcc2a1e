package dev.natter.user.limit;

import dev.natter.user.redis.Redis;
import dev.natter.user.redis.RedisScript;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The log of recent uses of each subject as one sorted set, which expires with its longest window. */
@ApplicationScoped
class RedisRateLimits implements RateLimits {

    private final Redis redis;
    private final Clock clock;
    private final RedisScript take = RedisScript.named("take-slot");
    private final RedisScript giveBack = RedisScript.named("give-back-slot");

    RedisRateLimits(Redis redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    @Override
    public Uni<Slot> take(RateLimit limit, String subject, List<Rate> rates) {
        var slot = new Slot(limit, subject, UUID.randomUUID().toString());
        var arguments = new ArrayList<String>();
        arguments.add(String.valueOf(clock.millis()));
        arguments.add(slot.id());
        rates.forEach(rate -> {
            arguments.add(String.valueOf(rate.times()));
            arguments.add(String.valueOf(rate.window().toMillis()));
        });
        var taken = redis.run(take, List.of(key(slot)), arguments)
                .map(answer -> Duration.ofMillis(answer.toLong()))
                .map(wait -> grant(slot, wait));
        return limit.whenUncounted() == RateLimit.WhenUncounted.REFUSE
                ? taken
                : taken.onFailure(RedisRateLimits::isUncounted).recoverWithItem(slot);
    }

    private static Slot grant(Slot slot, Duration wait) {
        if (!wait.isZero()) {
            throw Refusal.tooMany(ErrorCode.RATE_LIMITED, "Too often. Wait a while.", wait);
        }
        return slot;
    }

    private static boolean isUncounted(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.status() == 503;
    }

    @Override
    public Uni<Void> giveBack(Slot slot) {
        return redis.run(giveBack, List.of(key(slot)), List.of(slot.id())).replaceWithVoid();
    }

    private static String key(Slot slot) {
        return "limit:" + slot.limit().name().toLowerCase(Locale.ROOT) + ":" + slot.subject();
    }
}
