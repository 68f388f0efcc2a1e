package dev.natter.chat.invite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The secret of a link. */
final class InviteToken {

    private static final int BYTES = 16;
    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Pattern ID_FORMAT = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private InviteToken() {}

    static String draw(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return ENCODER.encodeToString(bytes);
    }

    static boolean isToken(String text) {
        return FORMAT.matcher(text).matches();
    }

    static boolean isId(String text) {
        return ID_FORMAT.matcher(text).matches();
    }

    /** The id of the invite with this token: a hash, so that neither the database nor a list of invites has the token. */
    static String id(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return ENCODER.encodeToString(digest.digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
