package dev.natter.user.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in on one device.
 *
 * @param idleUntil when it ends unless it is used
 * @param endsAt when it ends whatever happens
 * @param endedAt when it was ended before its time; null while it was not
 * @param tokens what is known of its refresh tokens
 */
record Session(
        String id,
        String userId,
        Device device,
        Instant createdAt,
        Instant lastUsedAt,
        Instant idleUntil,
        Instant endsAt,
        @Nullable Instant endedAt,
        Tokens tokens) {

    /**
     * The hashes of the token that is good and of the one before it.
     *
     * @param sealedCurrent the good one, readable with the one before it; null when no repetition is answered
     */
    record Tokens(
            String current,
            @Nullable String previous,
            @Nullable String sealedCurrent,
            Instant rotatedAt) {}

    static Session start(String id, String userId, Device device, String tokenHash, Instant now, SessionConfig config) {
        return new Session(
                id,
                userId,
                device,
                now,
                now,
                now.plus(config.idleLifetime()),
                now.plus(config.absoluteLifetime()),
                null,
                new Tokens(tokenHash, null, null, now));
    }

    boolean isLive(Instant now) {
        return endedAt == null && now.isBefore(idleUntil) && now.isBefore(endsAt);
    }

    /** Whether this token was replaced so recently that its use is a repetition, not a theft. */
    boolean repeats(RefreshToken token, Instant now, Duration grace) {
        return token.hash().equals(tokens.previous())
                && tokens.sealedCurrent() != null
                && now.isBefore(tokens.rotatedAt().plus(grace));
    }
}
