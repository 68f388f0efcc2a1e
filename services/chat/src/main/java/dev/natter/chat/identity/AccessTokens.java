package dev.natter.chat.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.time.Clock;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/** Verifies access tokens: signature, issuer, audience, expiry, subject, and a session that has not ended. */
@ApplicationScoped
public class AccessTokens {

    static final int MAX_VERIFIED = 2_048;

    private final SigningKeys keys;
    private final JWTParser parser;
    private final RevocationChecker revocations;
    private final Clock clock;
    /**
     * Verifying a signature takes most of a millisecond of an event loop. That the key is still published and the session has
     * not ended is checked each time. Not quarkus-cache: an entry is valid only for its key and until the token expires.
     */
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(MAX_VERIFIED)
            .executor(Runnable::run)
            .build();

    private record Verified(PublicKey key, JsonWebToken token) {}

    AccessTokens(SigningKeys keys, JWTParser parser, RevocationChecker revocations, Clock clock) {
        this.keys = keys;
        this.parser = parser;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** The claims of a valid token. Fails with a {@link ApiException}: 401 for an invalid one, 503 while keys are unavailable. */
    public Uni<JsonWebToken> verify(String token) {
        return Uni.createFrom()
                .deferred(() -> keys.find(keyId(token)))
                .onItem()
                .ifNull()
                .failWith(AccessTokens::invalid)
                .map(key -> verify(token, key))
                // Last, so that only tokens we issued cause a look-up.
                .call(this::requireLiveSession);
    }

    private Uni<Void> requireLiveSession(JsonWebToken token) {
        return revocations
                .hasEnded(token.getClaim("sid"))
                .invoke(hasEnded -> {
                    if (hasEnded) {
                        throw invalid();
                    }
                })
                .replaceWithVoid();
    }

    /** The only part of a token that is read before its signature is verified: which of our own keys to try. */
    private static String keyId(String token) {
        try {
            var structure = JsonWebStructure.fromCompactSerialization(token);
            if (structure instanceof JsonWebSignature
                    && AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256.equals(
                            structure.getAlgorithmHeaderValue())
                    && structure.getKeyIdHeaderValue() != null) {
                return structure.getKeyIdHeaderValue();
            }
        } catch (JoseException | ClassCastException malformed) {
            // Refused below, like one with another algorithm. (jose4j casts header values without a check.)
        }
        throw invalid();
    }

    private JsonWebToken verify(String text, PublicKey key) {
        var known = verified.getIfPresent(text);
        if (known != null
                && known.key().equals(key)
                && clock.instant().getEpochSecond() < known.token().getExpirationTime()) {
            return known.token();
        }
        try {
            var token = parser.verify(text, key);
            verified.put(text, new Verified(key, token));
            return token;
        } catch (ParseException untrue) {
            throw invalid();
        }
    }

    private static ApiException invalid() {
        return ApiException.unauthenticated(
                ErrorCode.UNAUTHORIZED, "The access token is invalid or expired. Refresh it, or sign in again.");
    }
}
