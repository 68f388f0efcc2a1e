package dev.natter.chat.image;

import dev.natter.chat.store.CallerContext;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** One counter for each user and each hour of the clock, which expires after it. */
@ApplicationScoped
class RedisUploadQuota implements UploadQuota {

    private static final String KEY = "limit:image-upload:";
    private static final Duration WINDOW = Duration.ofHours(1);
    /** Nobody waits long to be counted. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Redis redis;
    private final ImageLimits limits;
    private final Clock clock;

    RedisUploadQuota(Redis redis, ImageLimits limits, Clock clock) {
        this.redis = redis;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Uni<Void> take(String userId) {
        var now = clock.millis();
        var window = now / WINDOW.toMillis();
        return count(KEY + userId + ":" + window)
                .onFailure()
                .invoke(failure -> Log.warnf("uploads cannot be counted: %s", failure))
                .onFailure()
                .recoverWithItem(0L)
                .invoke(count -> {
                    if (count > limits.uploadsPerHour()) {
                        throw Refusal.tooMany(
                                ErrorCode.RATE_LIMITED,
                                "Too many images. Wait a while.",
                                Duration.ofMillis((window + 1) * WINDOW.toMillis() - now));
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Long> count(String key) {
        var increment = Request.cmd(Command.INCR).arg(key);
        var expiry = Request.cmd(Command.PEXPIRE).arg(key).arg(WINDOW.toMillis());
        return CallerContext.current()
                .comeBack(Uni.createFrom()
                        .completionStage(
                                () -> redis.batch(List.of(increment, expiry)).toCompletionStage())
                        .ifNoItem()
                        .after(PATIENCE)
                        .fail())
                .map(answers -> answers.get(0).toLong());
    }
}
