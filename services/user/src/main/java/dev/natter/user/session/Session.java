package dev.natter.user.session;

import java.time.Instant;
import java.util.Optional;
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
     * @param sealedCurrent the good one, for a repetition of the request that it answered; null when none is answered
     */
    record Tokens(
            String current,
            @Nullable String previous,
            @Nullable SealedToken sealedCurrent,
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

    /** The current token, sealed, if it replaced this one and has not been used itself: then this may be a repetition. */
    Optional<SealedToken> sealedFor(RefreshToken token) {
        return Optional.ofNullable(tokens.sealedCurrent())
                .filter(successor -> token.hash().equals(tokens.previous()));
    }
}
