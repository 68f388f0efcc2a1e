package dev.natter.user.otp;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of the hashes of codes. A hash of one of a million codes is guessed at once; without this key, which is not
 * stored with the hashes, it cannot be.
 */
@RegisterForReflection
public final class OtpPepper {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_BYTES = 32;
    /** Occurs in none of the hashed parts, so that different triples give different texts. */
    private static final char SEPARATOR = '\0';

    private final SecretKeySpec key;

    private OtpPepper(SecretKeySpec key) {
        this.key = key;
    }

    /** Parses a setting; rejects a short one. */
    public static OtpPepper of(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length >= MIN_BYTES) {
                return new OtpPepper(new SecretKeySpec(bytes, ALGORITHM));
            }
        } catch (IllegalArgumentException malformed) {
            // Reported below without the library's message, which repeats a part of the secret.
        }
        throw new IllegalArgumentException("must be base64 of at least " + MIN_BYTES + " random bytes");
    }

    /** The hash of a code, valid for this challenge of this address only. */
    String hash(String email, String challengeId, String code) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var text = email + SEPARATOR + challengeId + SEPARATOR + code;
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Omits the secret. */
    @Override
    public String toString() {
        return "OtpPepper[…]";
    }
}
