package dev.natter.chat.identity;

import java.security.PublicKey;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The tokens whose signature and claims this replica found good not long ago: to verify an ES256 signature takes the better
 * part of a millisecond of an event loop, and a token comes with every call. Remembers the {@value #MOST} that were used
 * last. What can change since is never remembered: whether the key is still published and whether the session is over.
 */
final class VerifiedTokens {

    static final int MOST = 2_048;

    private final Clock clock;
    private final Map<String, Verified> byText = new LinkedHashMap<>(16, 0.75f, true);

    private record Verified(PublicKey key, JsonWebToken token) {}

    VerifiedTokens(Clock clock) {
        this.clock = clock;
    }

    /** Null for one that is not remembered, that was verified by another key, or that has expired since. */
    synchronized @Nullable JsonWebToken find(String text, PublicKey key) {
        var verified = byText.get(text);
        if (verified == null) {
            return null;
        }
        if (!verified.key().equals(key)
                || clock.instant().getEpochSecond() >= verified.token().getExpirationTime()) {
            byText.remove(text);
            return null;
        }
        return verified.token();
    }

    synchronized void add(String text, PublicKey key, JsonWebToken token) {
        byText.put(text, new Verified(key, token));
        if (byText.size() > MOST) {
            byText.remove(byText.keySet().iterator().next());
        }
    }

    synchronized int size() {
        return byText.size();
    }
}
