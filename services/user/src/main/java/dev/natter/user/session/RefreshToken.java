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
 * An opaque refresh token: 128 random bits that all tokens of one session share, and 256 that are new with each rotation.
 * The shared half is as secret as the rest, and its hash names the session; so whoever shows a token with the right first
 * half and the wrong second one has, or had, a real token of that session. That is how a reused token is known for one,
 * however old, without a list of all there ever were.
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

    /** The token that somebody shows, or nothing when it cannot be one. */
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

    /** The id of the session: leads from a token to its session, and from the session to nothing. */
    String sessionId() {
        return ENCODER.encodeToString(sha256(Arrays.copyOf(bytes, FAMILY_BYTES)));
    }

    /** What is kept of the token. */
    String hash() {
        return ENCODER.encodeToString(sha256(bytes));
    }

    /** The successor, readable only with this token and this key: for answering a repetition with the same successor. */
    SealedToken seal(RefreshToken successor, IdempotencyKey key) {
        return new SealedToken(
                ENCODER.encodeToString(masked(successor.secret(), key)),
                ENCODER.encodeToString(mac("repetition", key)));
    }

    /** The successor that {@link #seal} hid; nothing for whoever has another key. */
    Optional<RefreshToken> unseal(SealedToken sealed, IdempotencyKey key) {
        var decoder = Base64.getUrlDecoder();
        return MessageDigest.isEqual(decoder.decode(sealed.proof()), mac("repetition", key))
                ? Optional.of(withSecret(masked(decoder.decode(sealed.secret()), key)))
                : Optional.empty();
    }

    private byte[] secret() {
        return Arrays.copyOfRange(bytes, FAMILY_BYTES, LENGTH);
    }

    /** A one-time pad: the mask comes from this token and the key and hides one successor, because a token has only one. */
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

    /** The token as it stands in the cookie. */
    String text() {
        return ENCODER.encodeToString(bytes);
    }

    /** Leaves the token out: it must not reach a log. */
    @Override
    public String toString() {
        return "RefreshToken[…]";
    }
}
