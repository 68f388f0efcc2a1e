package dev.natter.local.stack.secret;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/** Draws new secrets. */
final class SecretMaker {
    private static final int COORDINATE_BYTES = 32;

    private final SecureRandom random;

    SecretMaker(SecureRandom random) {
        this.random = random;
    }

    Secrets make() {
        return new Secrets(
                new JsonObject().put("keys", new JsonArray().add(signingKey())).encode(),
                Base64.getEncoder().encodeToString(bytes(32)),
                HexFormat.of().formatHex(bytes(32)),
                HexFormat.of().formatHex(bytes(16)));
    }

    private JsonObject signingKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            return new JsonObject()
                    .put("kty", "EC")
                    .put("crv", "P-256")
                    .put("alg", "ES256")
                    .put("use", "sig")
                    .put("kid", HexFormat.of().formatHex(bytes(8)))
                    .put("x", encoded(point.getAffineX()))
                    .put("y", encoded(point.getAffineY()))
                    .put("d", encoded(((ECPrivateKey) pair.getPrivate()).getS()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    /** RFC 7518: always as many bytes as the field has, leading zeros included. */
    private static String encoded(BigInteger number) {
        var fixed = new byte[COORDINATE_BYTES];
        var bytes = number.toByteArray();
        var length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
