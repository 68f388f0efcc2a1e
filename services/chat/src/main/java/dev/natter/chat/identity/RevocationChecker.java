package dev.natter.chat.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.natter.web.CallerContext;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Knows which sessions have ended although their access tokens have not expired. The user service writes one key for each to
 * Redis. It is looked up once for each request and each opened socket, never for a frame: an event closes open sockets.
 *
 * <p>Fails open. While Redis is unavailable, the token of an ended session stays valid until it expires (15 minutes by
 * default), on a replica that missed the event.
 */
@ApplicationScoped
public class RevocationChecker {

    static final int MAX_REMEMBERED = 100_000;

    private static final Logger LOG = Logger.getLogger(RevocationChecker.class);
    private static final String KEY = "session:ended:";

    private final Function<String, Uni<Boolean>> lookup;
    private final RevocationConfig config;
    private final Clock clock;
    private final Cache<String, Boolean> ended;
    private volatile Instant nextLookup = Instant.MIN;

    @Inject
    RevocationChecker(ReactiveRedisDataSource redis, RevocationConfig config, Clock clock) {
        this(sessionId -> redis.key().exists(KEY + sessionId), config, clock);
    }

    RevocationChecker(Function<String, Uni<Boolean>> lookup, RevocationConfig config, Clock clock) {
        this.lookup = lookup;
        this.config = config;
        this.clock = clock;
        this.ended = Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .expireAfterWrite(config.remembered())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    public void add(String sessionId) {
        ended.put(sessionId, true);
    }

    public boolean isKnown(String sessionId) {
        return ended.getIfPresent(sessionId) != null;
    }

    /** Whether the session has ended. Never fails, and waits for Redis no longer than configured. */
    public Uni<Boolean> hasEnded(String sessionId) {
        return isKnown(sessionId) || clock.instant().isBefore(nextLookup)
                ? Uni.createFrom().item(isKnown(sessionId))
                : CallerContext.current().comeBack(lookUp(sessionId));
    }

    private Uni<Boolean> lookUp(String sessionId) {
        return Uni.createFrom()
                .deferred(() -> lookup.apply(sessionId))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .invoke(hasEnded -> {
                    if (hasEnded) {
                        add(sessionId);
                    }
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("Ended sessions cannot be looked up in Redis: %s", failure);
                    nextLookup = clock.instant().plus(config.pause());
                    return isKnown(sessionId);
                });
    }
}
