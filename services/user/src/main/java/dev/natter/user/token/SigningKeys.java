package dev.natter.user.token;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.security.PrivateKey;
import java.util.HashSet;
import java.util.List;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** The keys that sign access tokens: the first one signs, every one verifies. */
@RegisterForReflection
public final class SigningKeys {

    private final List<EllipticCurveJsonWebKey> keys;

    private SigningKeys(List<EllipticCurveJsonWebKey> keys) {
        this.keys = keys;
    }

    /** Parses a JWK set; rejects anything but private P-256 keys, each with a {@code kid}. Never repeats the value. */
    public static SigningKeys of(String jwkSet) {
        try {
            var keys = new JsonWebKeySet(jwkSet)
                    .getJsonWebKeys().stream()
                            .filter(EllipticCurveJsonWebKey.class::isInstance)
                            .map(EllipticCurveJsonWebKey.class::cast)
                            .filter(key -> "P-256".equals(key.getCurveName()))
                            .filter(key -> key.getPrivateKey() != null && key.getKeyId() != null)
                            .toList();
            var ids = new HashSet<String>();
            if (keys.isEmpty()
                    || keys.size() != new JsonWebKeySet(jwkSet).getJsonWebKeys().size()
                    || !keys.stream().allMatch(key -> ids.add(key.getKeyId()))) {
                throw malformed();
            }
            keys.forEach(key -> {
                key.setAlgorithm("ES256");
                key.setUse("sig");
            });
            return new SigningKeys(keys);
        } catch (JoseException | ClassCastException malformed) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("must be a JWK set of private P-256 keys, each with a kid of its own");
    }

    String signingKeyId() {
        return keys.get(0).getKeyId();
    }

    PrivateKey signingKey() {
        return keys.get(0).getPrivateKey();
    }

    /** The JWK set without its private parts. */
    String publicSet() {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** Lists the key ids only. */
    @Override
    public String toString() {
        return "SigningKeys"
                + keys.stream().map(EllipticCurveJsonWebKey::getKeyId).toList();
    }
}
