package dev.natter.chat.identity;

import java.security.PublicKey;
import java.util.Map;
import java.util.stream.Collectors;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The public keys of the user service, by {@code kid}: those of P-256 that may verify ES256 signatures, and no others. */
record KeySet(Map<String, PublicKey> byId) {

    static final KeySet EMPTY = new KeySet(Map.of());

    KeySet {
        byId = Map.copyOf(byId);
    }

    static KeySet parse(String json) {
        try {
            return new KeySet(new JsonWebKeySet(json)
                    .getJsonWebKeys().stream()
                            .filter(KeySet::isForUs)
                            .collect(Collectors.toMap(
                                    JsonWebKey::getKeyId,
                                    key -> ((EllipticCurveJsonWebKey) key).getECPublicKey(),
                                    (first, second) -> first)));
        } catch (JoseException malformed) {
            throw new IllegalArgumentException("the user service published no JWK set", malformed);
        }
    }

    private static boolean isForUs(JsonWebKey key) {
        return key.getKeyId() != null
                && key instanceof EllipticCurveJsonWebKey curve
                && "P-256".equals(curve.getCurveName())
                && (key.getUse() == null || key.getUse().equals("sig"))
                && (key.getAlgorithm() == null
                        || key.getAlgorithm().equals(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256));
    }

    @Nullable PublicKey find(String keyId) {
        return byId.get(keyId);
    }
}
