package dev.natter.chat.identity;

import dev.natter.web.CallerContext;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * The keys that access tokens are verified with. Fetched when the first token comes, again when one names a key that is not
 * known (keys are rotated), and from time to time (keys are withdrawn); never more often than the pauses say, whatever
 * tokens come. A key that is known is good for a day while the user service is away.
 */
@ApplicationScoped
class SigningKeys {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration GOOD = Duration.ofDays(1);
    private static final Duration PAUSE_AFTER_SUCCESS = Duration.ofSeconds(5);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Clock clock;
    private final Uni<KeySet> fetched;
    private volatile Fetched newest = new Fetched(KeySet.EMPTY, Instant.MIN);
    private volatile Instant nextFetch = Instant.MIN;

    private record Fetched(KeySet keys, Instant at) {}

    SigningKeys(@RestClient KeysClient client, Clock clock) {
        this.clock = clock;
        // All who need it wait for one fetch; its outcome, a failure too, stands until the pause is over.
        this.fetched = Uni.createFrom()
                .deferred(client::get)
                .map(KeySet::parse)
                .invoke(keys -> newest = new Fetched(keys, clock.instant()))
                .onItemOrFailure()
                .invoke((keys, failure) ->
                        nextFetch = clock.instant().plus(failure == null ? PAUSE_AFTER_SUCCESS : PAUSE_AFTER_FAILURE))
                .onFailure()
                .invoke(failure -> Log.warnf("the keys of the user service cannot be had: %s", failure))
                .memoize()
                .until(() -> !clock.instant().isBefore(nextFetch));
    }

    /**
     * The key by this id; null when the user service has none. Fails with a 503 refusal when that cannot be told.
     */
    Uni<@Nullable PublicKey> find(String keyId) {
        var known = newest;
        var key = known.keys().find(keyId);
        if (key != null && isWithin(FRESH, known)) {
            return Uni.createFrom().item(key);
        }
        return CallerContext.current()
                .comeBack(fetched)
                .map(keys -> keys.find(keyId))
                .onFailure()
                .recoverWithUni(() -> key != null && isWithin(GOOD, known)
                        ? Uni.createFrom().item(key)
                        : Uni.createFrom().failure(SigningKeys::unavailable));
    }

    private boolean isWithin(Duration age, Fetched known) {
        return clock.instant().isBefore(known.at().plus(age));
    }

    private static Refusal unavailable() {
        return Refusal.unavailable(
                ErrorCode.KEYS_UNAVAILABLE, "Nobody's token can be verified right now.", PAUSE_AFTER_FAILURE);
    }
}
