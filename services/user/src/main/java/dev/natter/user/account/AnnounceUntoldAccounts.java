package dev.natter.user.account;

import dev.natter.user.broker.EventConfig;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Tells again what the broker has not confirmed: the accounts are their own outbox. Replicas share the work. */
@ApplicationScoped
class AnnounceUntoldAccounts {

    private static final int AT_ONCE = 8;

    private final Accounts accounts;
    private final AnnounceAccount announce;
    private final EventConfig config;
    private final Clock clock;

    AnnounceUntoldAccounts(Accounts accounts, AnnounceAccount announce, EventConfig config, Clock clock) {
        this.accounts = accounts;
        this.announce = announce;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${natter.events.sweep-interval:5s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> handle() {
        return accounts.claimUntold(clock.instant().plus(config.retryAfter()), config.sweepBatch())
                .onItem()
                .transformToMulti(untold -> Multi.createFrom().iterable(untold))
                .onItem()
                .transformToUni(announce::handle)
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid()
                // The next sweep looks again.
                .onFailure()
                .invoke(failure -> Log.warnf("cannot look for untold accounts: %s", failure))
                .onFailure()
                .recoverWithNull();
    }
}
