package dev.natter.chat.presence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Does what is due, one thing after another: asks to be welcomed, takes the snapshot, writes leases and tells of moves. */
@ApplicationScoped
class PresenceWork {

    static final String CHANNEL = "presence-work";

    private static final Logger LOG = Logger.getLogger(PresenceWork.class);

    private final Attendance attendance;
    private final Entry entry;
    private final Leases leases;
    private final Snapshot snapshot;
    private final Farewell farewell;
    private final Wakeup wakeup;

    PresenceWork(
            Attendance attendance, Entry entry, Leases leases, Snapshot snapshot, Farewell farewell, Wakeup wakeup) {
        this.attendance = attendance;
        this.entry = entry;
        this.leases = leases;
        this.snapshot = snapshot;
        this.farewell = farewell;
        this.wakeup = wakeup;
    }

    @Incoming(CHANNEL)
    Uni<Void> work(String signal) {
        return farewell.isDue() ? leave() : join().chain(this::flush);
    }

    private Uni<Void> leave() {
        return leases.end(attendance.renewal().leases())
                .onFailure()
                .recoverWithNull()
                .invoke(attendance::left)
                .invoke(farewell::said);
    }

    private Uni<Void> join() {
        return switch (entry.state()) {
            case WELCOME ->
                snapshot.take().invoke(() -> entry.caughtUp(true)).onFailure().recoverWithUni(this::notCaughtUp);
            case OUT, ASKED, IN -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> notCaughtUp(Throwable failure) {
        LOG.warnf("No snapshot of the leases: %s", failure);
        entry.caughtUp(false);
        return Uni.createFrom().voidItem();
    }

    /**
     * Called about once a second. The leases name those who must answer, and our own make sure that of two who start at the
     * same time one sees the other. Without Redis, those we know of must answer.
     */
    Uni<Void> ask() {
        return switch (entry.state()) {
            case OUT ->
                renew().chain(leases::replicas)
                        .onFailure()
                        .recoverWithItem(Map.of())
                        .invoke(entry::ask)
                        .replaceWithVoid();
            case ASKED, WELCOME, IN -> Uni.createFrom().voidItem();
        };
    }

    /** Writes all leases anew. */
    Uni<Void> renew() {
        var renewal = attendance.renewal();
        return leases.renew(renewal.leases()).invoke(() -> attendance.renewed(renewal));
    }

    private Uni<Void> flush() {
        var moves = attendance.next();
        if (moves == null) {
            return Uni.createFrom().voidItem();
        }
        return leases.write(moves)
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(PresenceWork::notWritten)
                .invoke(written -> attendance.tell(moves, written))
                // There may be more than fits one page.
                .invoke(wakeup::now)
                .replaceWithVoid();
    }

    private static boolean notWritten(Throwable failure) {
        LOG.warnf("Leases were not written, the next renewal will: %s", failure);
        return false;
    }
}
