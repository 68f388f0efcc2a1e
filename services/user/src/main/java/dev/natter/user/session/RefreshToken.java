package dev.natter.user.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An opaque refresh token: 128 random bits that all tokens of a session share, and 256 that are new with each rotation.
 * The shared half is secret too, and its hash is the session id; so a token with a valid first half and an invalid
 * second half is, or was, a token of that session. That detects reuse of a token of any age without a list of all.
 */
final class RefreshToken {

    private static final int FAMILY_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final int LENGTH = FAMILY_BYTES + SECRET_BYTES;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final byte[] bytes;

    private RefreshToken(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The first token of a new session. */
    static RefreshToken first(RandomGenerator random) {
        var bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new RefreshToken(bytes);
    }

    /** Parses a token; empty if it is malformed. */
    static Optional<RefreshToken> of(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text))
                    .filter(bytes -> bytes.length == LENGTH)
                    .map(RefreshToken::new);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The next token of the same session. */
    RefreshToken successor(RandomGenerator random) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return withSecret(secret);
    }

    private RefreshToken withSecret(byte[] secret) {
        var next = Arrays.copyOf(bytes, LENGTH);
        System.arraycopy(secret, 0, next, FAMILY_BYTES, SECRET_BYTES);
        return new RefreshToken(next);
    }

    /** The session id, which can be computed from a token, but not the other way. */
    String sessionId() {
        return ENCODER.encodeToString(sha256(Arrays.copyOf(bytes, FAMILY_BYTES)));
    }

    /** The stored hash of the token. */
    String hash() {
        return ENCODER.encodeToString(sha256(bytes));
    }

    /** The successor, readable with this token and this key only, so that a repeat gets the same one. */
    SealedToken seal(RefreshToken successor, IdempotencyKey key) {
        return new SealedToken(
                ENCODER.encodeToString(masked(successor.secret(), key)),
                ENCODER.encodeToString(mac("repetition", key)));
    }

    /** The successor that {@link #seal} masked; empty for another key. */
    Optional<RefreshToken> unseal(SealedToken sealed, IdempotencyKey key) {
        var decoder = Base64.getUrlDecoder();
        return MessageDigest.isEqual(decoder.decode(sealed.proof()), mac("repetition", key))
                ? Optional.of(withSecret(masked(decoder.decode(sealed.secret()), key)))
                : Optional.empty();
    }

    private byte[] secret() {
        return Arrays.copyOfRange(bytes, FAMILY_BYTES, LENGTH);
    }

    /**
     * A one-time pad: the mask is derived from this token and the key, and masks one successor, because a token has
     * only one.
     */
    private byte[] masked(byte[] secret, IdempotencyKey key) {
        var mask = mac("successor", key);
        var masked = new byte[SECRET_BYTES];
        for (int i = 0; i < SECRET_BYTES; i++) {
            masked[i] = (byte) (secret[i] ^ mask[i]);
        }
        return masked;
    }

    private byte[] mac(String purpose, IdempotencyKey key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return mac.doFinal(("natter refresh " + purpose + " " + key.value()).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The value of the cookie. */
    String text() {
        return ENCODER.encodeToString(bytes);
    }

    /** Leaves the token out: it must not reach a log. */
    @Override
    public String toString() {
        return "RefreshToken[…]";
    }
}
