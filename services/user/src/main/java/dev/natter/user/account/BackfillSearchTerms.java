package dev.natter.user.account;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Adds search terms to accounts of an earlier release. Idempotent, so replicas may process the same account. */
@ApplicationScoped
class BackfillSearchTerms {

    private static final int MAX_BATCH = 500;
    private static final int MAX_CONCURRENCY = 8;

    private final Accounts accounts;

    BackfillSearchTerms(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Every minute, because a replica of the earlier release may still create accounts during an upgrade. */
    @Scheduled(
            every = "1m",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> handle() {
        return accounts.findWithoutTerms(MAX_BATCH)
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUni(accounts::setTerms)
                .merge(MAX_CONCURRENCY)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> Log.warnf("cannot fill in search terms: %s", failure))
                .onFailure()
                .recoverWithNull();
    }
}
