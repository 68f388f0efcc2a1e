package dev.natter.chat.export;

import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimitPermit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who may export: each user one archive at a time, on any replica, and a few an hour; on each replica a few users at a time.
 */
@ApplicationScoped
class ExportPermits {

    /** A replica that dies keeps its user from another export for so long. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration RENEWAL = Duration.ofSeconds(20);
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private final ExportLocks locks;
    private final RateLimits rateLimits;
    private final List<Rate> rates;
    private final int concurrent;
    private final Clock clock;
    private final AtomicInteger inUse = new AtomicInteger();

    ExportPermits(ExportLocks locks, RateLimits rateLimits, ExportConfig config, Clock clock) {
        this.locks = locks;
        this.rateLimits = rateLimits;
        this.rates = List.of(new Rate(config.perHour(), Duration.ofHours(1)));
        this.concurrent = config.concurrent();
        this.clock = clock;
    }

    /** Fails with 503 when this replica has too many, and with 429 when the user has one, or has had too many. */
    Uni<ExportPermit> acquire(String userId) {
        if (inUse.incrementAndGet() > concurrent) {
            inUse.decrementAndGet();
            return Uni.createFrom()
                    .failure(ApiException.unavailable(
                            ErrorCode.BUSY, "Too many exports are in progress. Try again shortly.", RETRY_AFTER));
        }
        var key = UUID.randomUUID().toString();
        return locks.lock(userId, key, LEASE)
                .invoke(isLocked -> {
                    if (!isLocked) {
                        throw ApiException.tooMany(
                                ErrorCode.RATE_LIMITED, "An export of yours is in progress already.", RETRY_AFTER);
                    }
                })
                .chain(() -> rateLimits
                        .acquire(RateLimit.EXPORT, userId, rates)
                        .onFailure()
                        .call(() -> locks.unlock(userId, key)))
                .onFailure()
                .invoke(inUse::decrementAndGet)
                // Of a client that goes away here nothing else would; its lock lapses.
                .onCancellation()
                .invoke(inUse::decrementAndGet)
                .map(permit -> new ExportPermit(userId, key, permit));
    }

    /** For one archive. */
    final class ExportPermit {

        private final String userId;
        private final String key;
        private final RateLimitPermit rateLimitPermit;
        private final AtomicBoolean isReleased = new AtomicBoolean();
        private Instant renewAt = clock.instant().plus(RENEWAL);

        private ExportPermit(String userId, String key, RateLimitPermit permit) {
            this.userId = userId;
            this.key = key;
            this.rateLimitPermit = permit;
        }

        /** The archive does not count. */
        Uni<Void> refund() {
            return rateLimits.release(rateLimitPermit);
        }

        /** The archive is still written. A lock that cannot be renewed lapses, and the archive goes on. */
        Uni<Void> renew() {
            if (clock.instant().isBefore(renewAt)) {
                return Uni.createFrom().voidItem();
            }
            renewAt = clock.instant().plus(RENEWAL);
            return locks.renew(userId, key, LEASE).onFailure().recoverWithNull();
        }

        /** The archive is complete, or has ended before. */
        Uni<Void> release() {
            if (!isReleased.compareAndSet(false, true)) {
                return Uni.createFrom().voidItem();
            }
            inUse.decrementAndGet();
            return locks.unlock(userId, key).onFailure().recoverWithNull();
        }
    }
}
