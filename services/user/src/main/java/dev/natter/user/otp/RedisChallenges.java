package dev.natter.user.otp;

import dev.natter.redis.Redis;
import dev.natter.redis.RedisScript;
import dev.natter.user.account.EmailAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The challenges of an address as one Redis hash under {@code otp:<address>}: challenge id → {@code hash:tries:expiry}. The
 * expiry of each is inside, because Redis can expire the hash as a whole only.
 */
@ApplicationScoped
class RedisChallenges implements Challenges {

    private static final Duration DAY = Duration.ofDays(1);

    private final Redis redis;
    private final OtpConfig config;
    private final Clock clock;
    private final RedisScript open = RedisScript.named("open-challenge");
    private final RedisScript withdraw = RedisScript.named("withdraw-challenge");
    private final RedisScript attempt = RedisScript.named("try-code");

    RedisChallenges(Redis redis, OtpConfig config, Clock clock) {
        this.redis = redis;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Uni<Void> open(EmailAddress email, String challengeId, OtpCode code) {
        return redis.run(
                        open,
                        List.of(key(email)),
                        List.of(
                                challengeId,
                                config.pepper().hash(email.value(), challengeId, code.digits()),
                                text(clock.millis()),
                                text(config.lifetime().toMillis())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> withdraw(EmailAddress email, String challengeId) {
        return redis.run(withdraw, List.of(key(email)), List.of(challengeId)).replaceWithVoid();
    }

    @Override
    public Uni<TryOutcome> attempt(EmailAddress email, String challengeId, String code, Optional<String> knownDevice) {
        var dailyTries = knownDevice.isPresent() ? config.deviceDailyTries() : config.dailyTries();
        return redis.run(
                        attempt,
                        List.of(key(email), wrongTriesKey(email, knownDevice)),
                        List.of(
                                challengeId,
                                config.pepper().hash(email.value(), challengeId, code),
                                text(clock.millis()),
                                text(config.tries()),
                                text(dailyTries),
                                text(DAY.toMillis())))
                .map(RedisChallenges::outcome);
    }

    private static TryOutcome outcome(Response answer) {
        return switch (answer.get(0).toString()) {
            case "accepted" -> new TryOutcome.Accepted();
            case "refused" -> new TryOutcome.Refused();
            case "locked" ->
                new TryOutcome.Locked(Duration.ofMillis(answer.get(1).toLong()));
            default -> throw new IllegalStateException("no such outcome");
        };
    }

    private static String text(long number) {
        return String.valueOf(number);
    }

    /** Without braces, which would choose the slot in a cluster. */
    static String key(EmailAddress email) {
        return "otp:" + email.value().replace("%", "%25").replace("{", "%7B").replace("}", "%7D");
    }

    /** A key in the same cluster slot as {@link #key}. */
    static String wrongTriesKey(EmailAddress email, Optional<String> knownDevice) {
        return "otp-wrong:{" + key(email) + "}"
                + knownDevice.map(device -> ":" + device).orElse("");
    }
}
