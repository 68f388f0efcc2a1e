package dev.natter.chat.presence;

import dev.natter.chat.replica.BrokerLink;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** What presence does by the clock, and when the link to the broker comes and goes. */
@ApplicationScoped
class PresenceTimes {

    private static final Logger LOG = Logger.getLogger(PresenceTimes.class);

    private final Attendance attendance;
    private final Company company;
    private final PresenceWork work;
    private final Snapshot snapshot;
    private final RoutingTable table;
    private final BrokerLink link;
    private final Event<ReplicaGone> gone;

    PresenceTimes(
            Attendance attendance,
            Company company,
            PresenceWork work,
            Snapshot snapshot,
            RoutingTable table,
            BrokerLink link,
            Event<ReplicaGone> gone) {
        this.attendance = attendance;
        this.company = company;
        this.work = work;
        this.snapshot = snapshot;
        this.table = table;
        this.link = link;
        this.gone = gone;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> tick() {
        company.tick().forEach(replicaId -> {
            LOG.infof("Replica %s is gone without a word", replicaId);
            table.bury(replicaId);
            gone.fire(new ReplicaGone(replicaId));
        });
        return link.isUp() ? work.ask() : Uni.createFrom().voidItem();
    }

    @Scheduled(
            every = "${natter.presence.beat}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    void beat() {
        attendance.beat();
    }

    @Scheduled(
            every = "${natter.presence.renewal}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> renew() {
        return orLater(work.renew(), "Leases were not renewed");
    }

    @Scheduled(
            every = "${natter.presence.snapshot}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> snapshot() {
        return orLater(snapshot.take(), "No snapshot of the leases");
    }

    void lost(@Observes BrokerLink.Lost event) {
        company.lost();
    }

    private static Uni<Void> orLater(Uni<Void> deed, String what) {
        return deed.onFailure()
                .invoke(failure -> LOG.warnf("%s: %s", what, failure))
                .onFailure()
                .recoverWithNull();
    }
}
