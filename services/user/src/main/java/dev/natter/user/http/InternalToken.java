package dev.natter.user.http;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The shared secret of the services. Stored as its hash, compared in constant time. */
@RegisterForReflection
public final class InternalToken {

    private static final int MIN_LENGTH = 32;
    private static final String MAC = "HmacSHA256";

    private final byte[] hash;

    private InternalToken(byte[] hash) {
        this.hash = hash;
    }

    /** Parses a setting; rejects a short one. */
    public static InternalToken of(String setting) {
        if (setting.length() < MIN_LENGTH) {
            throw new IllegalArgumentException("must have at least " + MIN_LENGTH + " characters");
        }
        return new InternalToken(hash(setting));
    }

    /** A message authentication code of a text for one purpose, which only holders of the token can compute. */
    public byte[] mac(String purpose, String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(hash, MAC));
            return mac.doFinal((purpose + '\0' + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean is(String shown) {
        return MessageDigest.isEqual(hash, hash(shown));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
