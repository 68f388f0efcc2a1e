package dev.natter.user.broker;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Publishes unconfirmed changes again. Replicas share the work. */
@ApplicationScoped
public class OutboxPublisher {

    private static final int MAX_CONCURRENCY = 8;

    private final List<Outbox> outboxes;
    private final EventConfig config;
    private final Clock clock;

    public OutboxPublisher(@All List<Outbox> outboxes, EventConfig config, Clock clock) {
        this.outboxes = outboxes;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${natter.events.sweep-interval:5s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public Uni<Void> publishDue() {
        return Multi.createFrom()
                .iterable(outboxes)
                .onItem()
                .transformToMultiAndConcatenate(this::due)
                .onItem()
                .transformToUni(OutboxPublisher::publish)
                .merge(MAX_CONCURRENCY)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Never fails: the next run retries, and other outboxes are not delayed. */
    private Multi<Uni<Void>> due(Outbox outbox) {
        return outbox.claim(clock.instant().plus(config.retryAfter()), config.sweepBatch())
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onFailure()
                .invoke(failure -> Log.warnf("cannot read an outbox: %s", failure))
                .onFailure()
                .recoverWithCompletion();
    }

    private static Uni<Void> publish(Uni<Void> due) {
        return due.onFailure()
                .invoke(failure -> Log.warnf("not published yet: %s", failure))
                .onFailure()
                .recoverWithNull();
    }
}
