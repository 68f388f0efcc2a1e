package dev.natter.chat.invite;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Deletes invites a week after they expire; until then who has accepted one can repeat it. */
@ApplicationScoped
class InviteSweep {

    private static final Duration KEPT = Duration.ofDays(7);

    private final InviteRepository invites;
    private final Clock clock;

    InviteSweep(InviteRepository invites, Clock clock) {
        this.invites = invites;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> onInterval() {
        return invites.removeExpired(clock.instant().minus(KEPT))
                .onFailure()
                .invoke(failure -> Log.warnf("Expired invites are not deleted, retrying: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
