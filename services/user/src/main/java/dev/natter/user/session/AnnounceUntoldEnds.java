package dev.natter.user.session;

import dev.natter.user.broker.EventConfig;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Tells again what the broker has not confirmed: the sessions are their own outbox. Replicas share the work. */
@ApplicationScoped
class AnnounceUntoldEnds {

    private static final int AT_ONCE = 8;

    private final Sessions sessions;
    private final AnnounceEnd announce;
    private final EventConfig config;
    private final Clock clock;

    AnnounceUntoldEnds(Sessions sessions, AnnounceEnd announce, EventConfig config, Clock clock) {
        this.sessions = sessions;
        this.announce = announce;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${natter.events.sweep-interval:5s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> handle() {
        return sessions.claimUntold(clock.instant().plus(config.retryAfter()), config.sweepBatch())
                .onItem()
                .transformToMulti(untold -> Multi.createFrom().iterable(untold))
                .onItem()
                .transformToUni(this::announce)
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid()
                // The next sweep looks again.
                .onFailure()
                .invoke(failure -> Log.warnf("cannot look for untold ends of sessions: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** One that cannot be told now is told by a later sweep, and keeps none of the others from being told. */
    private Uni<Void> announce(Session untold) {
        return announce.handle(untold)
                .onFailure()
                .invoke(failure -> Log.warnf("session %s: its tokens are not revoked yet: %s", untold.id(), failure))
                .onFailure()
                .recoverWithNull();
    }
}
