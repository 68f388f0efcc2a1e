package dev.natter.user.support;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Tokens made by hand, so that each of their parts can be wrong. */
public final class TokenForgery {

    private TokenForgery() {}

    /** A private P-256 key as a JWK. */
    static String newKey(String id) {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            return key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The header (0) or the claims (1) of a token. */
    public static JsonObject decoded(String token, int part) {
        var json = Base64.getUrlDecoder().decode(token.split("\\.")[part]);
        return new JsonObject(new String(json, StandardCharsets.UTF_8));
    }

    public static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static String encoded(JsonObject json) {
        return encoded(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A token with an ES256 signature by this key. */
    public static String signed(JsonObject header, JsonObject claims, PrivateKey key) throws Exception {
        var text = encoded(header) + "." + encoded(claims);
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + encoded(signature.sign());
    }
}
