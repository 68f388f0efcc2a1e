package dev.natter.user.session;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in on one device.
 *
 * @param idleUntil when it expires unless it is used
 * @param endsAt when it expires in any case
 * @param endedAt when it was ended; null if it was not
 * @param tokens the hashes of its refresh tokens
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
     * The hashes of the current token and its predecessor.
     *
     * @param sealedCurrent the current one, masked, for a repeat of the request that created it; null if repeats
     *     are not possible
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

    /** The current token, masked, if it replaced this one and has not been used: then the request may be a repeat. */
    Optional<SealedToken> sealedFor(RefreshToken token) {
        return Optional.ofNullable(tokens.sealedCurrent())
                .filter(successor -> token.hash().equals(tokens.previous()));
    }
}
