package dev.natter.user.http;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The shared secret of the services. Stored as its hash, compared in constant time. */
@RegisterForReflection
public final class InternalToken {

    private static final int MIN_LENGTH = 32;

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
