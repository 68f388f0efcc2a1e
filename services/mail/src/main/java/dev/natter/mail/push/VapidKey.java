package dev.natter.mail.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * The key with which this installation identifies itself to push services (RFC 8292). A browser's subscription is bound to
 * it: with another key, every subscription is lost.
 */
public final class VapidKey {

    /** RFC 8292 allows 24 hours. */
    private static final Duration VALIDITY = Duration.ofHours(12);

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = base64url("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");

    private final String publicKey;
    private final PrivateKey privateKey;
    private final String subject;

    private VapidKey(String publicKey, PrivateKey privateKey, String subject) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
        this.subject = subject;
    }

    /**
     * Refuses with {@link IllegalArgumentException}, which never repeats a value, what is not a pair.
     *
     * @param publicKey 65 bytes in base64url, as browsers take it for {@code applicationServerKey}
     * @param privateKey 32 bytes in base64url
     * @param subject a {@code mailto:} or {@code https:} address of the operator, for the push services
     */
    static VapidKey of(String publicKey, String privateKey, String subject) {
        checkSubject(subject);
        var encoded = decode(publicKey);
        var pair = new VapidKey(BASE64URL.encodeToString(encoded), P256.privateKey(decode(privateKey)), subject);
        pair.requireMatch(encoded);
        return pair;
    }

    /** Refuses what is not a private key of 32 bytes in base64url. */
    public static void checkPrivate(String value) {
        P256.privateKey(decode(value));
    }

    /** Refuses what is not a public key of 65 bytes in base64url. */
    public static void checkPublic(String value) {
        P256.publicKey(decode(value));
    }

    /** Refuses what is neither a {@code mailto:} nor an {@code https:} address; nothing in one needs escaping in JSON. */
    public static void checkSubject(String value) {
        if (!value.matches("(mailto:|https://)[^\\s\"\\\\]+")) {
            throw new IllegalArgumentException("must be a mailto: or https:// address");
        }
    }

    private static byte[] decode(String value) {
        try {
            return Base64.getUrlDecoder().decode(value);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("must be base64url");
        }
    }

    private void requireMatch(byte[] encoded) {
        var probe = "natter".getBytes(StandardCharsets.US_ASCII);
        try {
            var verification = Signature.getInstance("SHA256withECDSAinP1363Format");
            verification.initVerify(P256.publicKey(encoded));
            verification.update(probe);
            if (!verification.verify(sign(probe))) {
                throw new IllegalArgumentException("the private key does not belong to the public key");
            }
        } catch (GeneralSecurityException invalid) {
            throw new IllegalArgumentException("must be a key of P-256", invalid);
        }
    }

    /** The value of {@code Authorization} for a request to a push service, whose origin is the audience. */
    String authorization(String audience, Instant now) {
        var expiry = now.plus(VALIDITY).getEpochSecond();
        // An origin and a checked address need no escaping.
        var claims = "{\"aud\":\"%s\",\"exp\":%d,\"sub\":\"%s\"}".formatted(audience, expiry, subject);
        var signed = HEADER + "." + base64url(claims);
        var signature = BASE64URL.encodeToString(sign(signed.getBytes(StandardCharsets.US_ASCII)));
        return "vapid t=%s.%s, k=%s".formatted(signed, signature, publicKey);
    }

    private byte[] sign(byte[] data) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(privateKey);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has ES256", impossible);
        }
    }

    private static String base64url(String text) {
        return BASE64URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "VapidKey[public=%s]".formatted(publicKey);
    }
}
