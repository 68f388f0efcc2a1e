package dev.natter.load.people;

import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/** Signs access tokens as the user service does, with its key: thousands of sign-ins would meet limits that are promised. */
public final class Signer {

    private static final Duration LIFETIME = Duration.ofHours(2);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey key;
    private final String header;
    private final URI issuer;
    private final Clock clock;

    /**
     * A signer with the first key of a set.
     *
     * @param jwks a JWK set with a private EC P-256 key, as {@code NATTER_SIGNING_KEYS} has it
     * @param issuer the public origin
     */
    public Signer(JsonObject jwks, URI issuer, Clock clock) {
        var jwk = jwks.getJsonArray("keys").getJsonObject(0);
        this.key = key(jwk.getString("d"));
        this.header =
                encoded(new JsonObject().put("alg", "ES256").put("typ", "JWT").put("kid", jwk.getString("kid")));
        this.issuer = issuer;
        this.clock = clock;
    }

    /** A token for a user in a session that has not ended. */
    public String token(String userId, String sessionId) {
        var now = clock.instant();
        var claims = new JsonObject()
                .put("iss", issuer.toString())
                .put("aud", "natter")
                .put("sub", userId)
                .put("sid", sessionId)
                .put("groups", new io.vertx.core.json.JsonArray().add("user"))
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFETIME).getEpochSecond())
                .put("jti", sessionId);
        var signed = header + "." + encoded(claims);
        return signed + "." + BASE64.encodeToString(signature(signed));
    }

    private byte[] signature(String text) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey key(String number) {
        try {
            var curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            var d = new BigInteger(1, Base64.getUrlDecoder().decode(number));
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new ECPrivateKeySpec(d, curve.getParameterSpec(ECParameterSpec.class)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no private P-256 key", e);
        }
    }

    private static String encoded(JsonObject json) {
        return BASE64.encodeToString(json.encode().getBytes(StandardCharsets.UTF_8));
    }
}
