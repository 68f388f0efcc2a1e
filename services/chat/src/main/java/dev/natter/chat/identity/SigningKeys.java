package dev.natter.chat.identity;

import dev.natter.web.ApiException;
import dev.natter.web.CallerContext;
import dev.natter.web.ErrorCode;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of access tokens, by {@code kid}. Fetched with the first token, when a token names an unknown key, and
 * every ten minutes; never more often than the pauses allow. A known key stays valid for a day while the user service is
 * unavailable.
 */
@ApplicationScoped
class SigningKeys {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration VALID = Duration.ofDays(1);
    private static final Duration PAUSE_AFTER_SUCCESS = Duration.ofSeconds(5);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Clock clock;
    private final Uni<Map<String, PublicKey>> fetched;
    private volatile Fetched newest = new Fetched(Map.of(), Instant.MIN);
    private volatile Instant nextFetch = Instant.MIN;

    private record Fetched(Map<String, PublicKey> keys, Instant at) {}

    SigningKeys(@RestClient KeysClient client, Clock clock) {
        this.clock = clock;
        // Concurrent callers share one fetch; its outcome, a failure too, stands until the pause is over.
        this.fetched = Uni.createFrom()
                .deferred(() -> {
                    // Until it ends: to begin another one would cancel it, and fail all that wait for it.
                    nextFetch = Instant.MAX;
                    return client.get();
                })
                .map(SigningKeys::parse)
                .invoke(keys -> newest = new Fetched(keys, clock.instant()))
                .onItemOrFailure()
                .invoke((keys, failure) ->
                        nextFetch = clock.instant().plus(failure == null ? PAUSE_AFTER_SUCCESS : PAUSE_AFTER_FAILURE))
                .onCancellation()
                .invoke(() -> nextFetch = Instant.MIN)
                .onFailure()
                .invoke(failure -> Log.warnf("The keys of the user service cannot be fetched: %s", failure))
                .memoize()
                .until(() -> !clock.instant().isBefore(nextFetch));
    }

    /** The key; null when the user service does not publish it. Fails with a 503 refusal when that is unknown. */
    Uni<@Nullable PublicKey> find(String keyId) {
        var known = newest;
        var key = known.keys().get(keyId);
        if (key != null && isWithin(FRESH, known)) {
            return Uni.createFrom().item(key);
        }
        return CallerContext.current()
                .comeBack(fetched)
                .map(keys -> keys.get(keyId))
                .onFailure()
                .recoverWithUni(() -> key != null && isWithin(VALID, known)
                        ? Uni.createFrom().item(key)
                        : Uni.createFrom().failure(SigningKeys::unavailable));
    }

    private boolean isWithin(Duration age, Fetched known) {
        return clock.instant().isBefore(known.at().plus(age));
    }

    private static ApiException unavailable() {
        return ApiException.unavailable(
                ErrorCode.KEYS_UNAVAILABLE,
                "Access tokens cannot be verified now. Try again shortly.",
                PAUSE_AFTER_FAILURE);
    }

    /** The keys of a JWK set that may verify ES256 signatures. */
    static Map<String, PublicKey> parse(String json) {
        try {
            return new JsonWebKeySet(json)
                    .getJsonWebKeys().stream()
                            .filter(SigningKeys::isForSignatures)
                            .collect(Collectors.toUnmodifiableMap(
                                    JsonWebKey::getKeyId,
                                    key -> ((EllipticCurveJsonWebKey) key).getECPublicKey(),
                                    (first, second) -> first));
        } catch (JoseException malformed) {
            throw new IllegalArgumentException("the user service published no JWK set", malformed);
        }
    }

    private static boolean isForSignatures(JsonWebKey key) {
        return key.getKeyId() != null
                && key instanceof EllipticCurveJsonWebKey curve
                && "P-256".equals(curve.getCurveName())
                && (key.getUse() == null || key.getUse().equals("sig"))
                && (key.getAlgorithm() == null
                        || key.getAlgorithm().equals(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256));
    }

    @RegisterRestClient(configKey = "user-service")
    @Path("/.well-known/jwks.json")
    interface KeysClient {

        /** The JWK set, as JSON. Said explicitly: a String would be asked for as text/plain, which user refuses with 406. */
        @GET
        @Produces(MediaType.APPLICATION_JSON)
        Uni<String> get();
    }
}
