package dev.natter.chat.identity;

import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
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

/**
 * Verifies access tokens: ES256 by a key of the user service, issuer, audience, expiry, subject, and a session that is not
 * over.
 */
@ApplicationScoped
public class AccessTokens {

    private final SigningKeys keys;
    private final JWTParser parser;
    private final EndedSessions ended;
    private final VerifiedTokens good;

    AccessTokens(SigningKeys keys, JWTParser parser, EndedSessions ended, Clock clock) {
        this.keys = keys;
        this.parser = parser;
        this.ended = ended;
        this.good = new VerifiedTokens(clock);
    }

    /**
     * What the token says, if it is to be believed. Fails with a {@link Refusal}: 401 {@code unauthorized} for one that is
     * not, 503 while the keys that could tell cannot be had.
     */
    public Uni<JsonWebToken> verify(String token) {
        return Uni.createFrom()
                .deferred(() -> keys.find(keyId(token)))
                .onItem()
                .ifNull()
                .failWith(AccessTokens::notBelieved)
                .map(key -> verified(token, key))
                .chain(this::ofLiveSession);
    }

    /** Last, so that only those who were signed in once can make anybody look. */
    private Uni<JsonWebToken> ofLiveSession(JsonWebToken token) {
        return ended.include(token.getClaim("sid")).map(isOver -> {
            if (isOver) {
                throw notBelieved();
            }
            return token;
        });
    }

    /** The only thing in a token that is looked at before its signature: which of our own keys to try. */
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
            // Refused below, like one that is signed by other means. (jose4j casts header values without a check.)
        }
        throw notBelieved();
    }

    private JsonWebToken verified(String text, PublicKey key) {
        var known = good.find(text, key);
        if (known != null) {
            return known;
        }
        try {
            var token = parser.verify(text, key);
            good.add(text, key, token);
            return token;
        } catch (ParseException untrue) {
            throw notBelieved();
        }
    }

    private static Refusal notBelieved() {
        return Refusal.unauthenticated(ErrorCode.UNAUTHORIZED, "The access token is not valid.");
    }
}
