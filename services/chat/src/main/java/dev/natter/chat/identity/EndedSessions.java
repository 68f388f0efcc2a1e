package dev.natter.chat.identity;

import dev.natter.web.CallerContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Knows which sessions are over though their tokens have not expired. What this replica has heard it knows by itself; of
 * anything else it asks Redis, once for each request and each opened socket, never for a frame: an open socket is closed by
 * the news of the end.
 *
 * <p>Fails open. While Redis is away, a session is taken to go on unless this replica has heard of its end, because
 * nobody's messages are to stop for that; so the token of an ended session is good, at a replica that was not reached by the
 * news, until it expires: 15 minutes at most, as long as it is configured to live.
 */
@ApplicationScoped
public class EndedSessions {

    private static final Logger LOG = Logger.getLogger(EndedSessions.class);

    private final RecentEnds recent;
    private final RevokedSessions revoked;
    private final RevocationConfig config;
    private final Clock clock;
    private volatile Instant askAgain = Instant.MIN;

    EndedSessions(RecentEnds recent, RevokedSessions revoked, RevocationConfig config, Clock clock) {
        this.recent = recent;
        this.revoked = revoked;
        this.config = config;
        this.clock = clock;
    }

    /** This session is over. */
    public void add(String sessionId) {
        recent.add(sessionId);
    }

    /** Whether it is, as far as this replica has heard. */
    public boolean contains(String sessionId) {
        return recent.contains(sessionId);
    }

    /** Whether it is, as far as anybody knows. Never fails, and takes no longer than Redis is waited for. */
    public Uni<Boolean> include(String sessionId) {
        return recent.contains(sessionId) || clock.instant().isBefore(askAgain)
                ? Uni.createFrom().item(recent.contains(sessionId))
                : CallerContext.current().comeBack(ask(sessionId));
    }

    private Uni<Boolean> ask(String sessionId) {
        return Uni.createFrom()
                .deferred(() -> revoked.include(sessionId))
                .ifNoItem()
                .after(config.patience())
                .fail()
                .invoke(isOver -> {
                    if (isOver) {
                        recent.add(sessionId);
                    }
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("Redis does not say whether a session is over: %s", failure);
                    askAgain = clock.instant().plus(config.pause());
                    return recent.contains(sessionId);
                });
    }
}
