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
    private static final byte UNCOMPRESSED = 4;

    private final SecureRandom random;

    SecretMaker(SecureRandom random) {
        this.random = random;
    }

    Secrets make() {
        var push = pushKeys();
        return new Secrets(
                new JsonObject().put("keys", new JsonArray().add(signingKey())).encode(),
                Base64.getEncoder().encodeToString(bytes(32)),
                HexFormat.of().formatHex(bytes(32)),
                HexFormat.of().formatHex(bytes(16)),
                push.getString("pushPublicKey"),
                push.getString("pushPrivateKey"));
    }

    /** A pair of VAPID keys (RFC 8292). */
    JsonObject pushKeys() {
        var key = keyPair();
        var decoder = Base64.getUrlDecoder();
        var encoded = new byte[1 + 2 * COORDINATE_BYTES];
        encoded[0] = UNCOMPRESSED;
        System.arraycopy(decoder.decode(key.getString("x")), 0, encoded, 1, COORDINATE_BYTES);
        System.arraycopy(decoder.decode(key.getString("y")), 0, encoded, 1 + COORDINATE_BYTES, COORDINATE_BYTES);
        return new JsonObject()
                .put("pushPublicKey", Base64.getUrlEncoder().withoutPadding().encodeToString(encoded))
                .put("pushPrivateKey", key.getString("d"));
    }

    private JsonObject signingKey() {
        return keyPair()
                .put("alg", "ES256")
                .put("use", "sig")
                .put("kid", HexFormat.of().formatHex(bytes(8)));
    }

    private JsonObject keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            return new JsonObject()
                    .put("kty", "EC")
                    .put("crv", "P-256")
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
