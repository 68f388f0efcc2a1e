package dev.natter.user.account;

import dev.natter.user.http.EdgeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Tokens that switch off mails about missed messages, without sign-in: a user id and 128 bits of its message authentication
 * code. Not stored, and valid until the internal token is replaced.
 */
@ApplicationScoped
class UnsubscribeTokens {

    private static final String PURPOSE = "unsubscribe from missed mail";
    private static final int BYTES = 16;
    private static final char SEPARATOR = '.';

    private final EdgeConfig config;

    UnsubscribeTokens(EdgeConfig config) {
        this.config = config;
    }

    String of(String userId) {
        var mac = Arrays.copyOf(config.internalToken().mac(PURPOSE, userId), BYTES);
        return userId + SEPARATOR + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    /** The user whose token it is; empty when it is none. */
    Optional<String> userOf(String token) {
        var end = token.lastIndexOf(SEPARATOR);
        return end < 1
                ? Optional.empty()
                : Optional.of(token.substring(0, end)).filter(userId -> isEqual(of(userId), token));
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
