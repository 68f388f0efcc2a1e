package dev.natter.local.servers;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A name and a password, both safe in the user part of a URL without escaping. */
public record Credentials(String username, String password) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public Credentials {
        if (!username.matches("[A-Za-z0-9_-]+") || !password.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("user name and password take letters, digits, - and _ only");
        }
    }

    /** A new password of 128 bits. */
    public static Credentials random(String username) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new Credentials(username, HexFormat.of().formatHex(bytes));
    }

    /** Leaves the password out: it must not reach a log. */
    @Override
    public String toString() {
        return "Credentials[username=" + username + "]";
    }
}
