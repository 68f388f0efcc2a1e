package dev.natter.user.otp;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that keys the hashes of codes. A million codes are tried in no time by whoever has a hash; without this secret,
 * which is not where the hashes are, he cannot try.
 */
@RegisterForReflection
public final class OtpPepper {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_BYTES = 32;
    /** In none of the hashed parts, so that no two triples make one text. */
    private static final char SEPARATOR = '\0';

    private final SecretKeySpec key;

    private OtpPepper(SecretKeySpec key) {
        this.key = key;
    }

    /** Reads a setting; refuses a short one. Never repeats what it read. */
    public static OtpPepper of(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length >= MIN_BYTES) {
                return new OtpPepper(new SecretKeySpec(bytes, ALGORITHM));
            }
        } catch (IllegalArgumentException malformed) {
            // Told below, without the library's words: they repeat a part of the secret.
        }
        throw new IllegalArgumentException("must be base64 of at least " + MIN_BYTES + " random bytes");
    }

    /** What is kept of a code: of use for this challenge of this address alone. */
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

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "OtpPepper[…]";
    }
}
