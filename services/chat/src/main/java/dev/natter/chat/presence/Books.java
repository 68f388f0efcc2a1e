package dev.natter.chat.presence;

import dev.natter.chat.replica.ReplicaConfig;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;

/**
 * What {@link Attendance}, {@link Company} and {@link Entry} keep together. They lock it while they read or write, and let
 * nothing foreign run meanwhile.
 */
@Singleton
final class Books {

    final Here here = new Here();
    final Told told = new Told();
    final Peers peers;
    final Joining joining;
    final Unsure unsure = new Unsure();

    /** Whether nobody can be anywhere without our knowing; may be read without the lock. */
    volatile boolean sure;

    /** The latest move that was told. */
    long sent;

    /** The latest move whose leases are written, with those of all before. */
    long leased;

    /** Until when those leases hold at least. */
    long leasedUntil;

    private final MissedFrames missed;

    Books(ReplicaConfig replica, PresenceConfig config, Clock clock, MissedFrames missed) {
        this.peers = new Peers(config.silence().toMillis());
        this.joining = new Joining(replica.id(), clock.millis());
        this.missed = missed;
    }

    /** Whether everybody who is here, and was told of, is in the leases. */
    boolean isWritten(long now) {
        return here.users() == 0 || (leased == sent && now < leasedUntil);
    }

    /** This replica can not be sure any more to know who is where. */
    void out(long since, boolean losesFrames) {
        joining.out(since, losesFrames);
        sure = false;
    }

    /**
     * The replica is alive. Of a stranger who did not ask to be welcomed, and of one who did not answer when we asked, we
     * must have missed everything.
     */
    Peer meet(String replicaId, long now) {
        var known = peers.get(replicaId);
        if (joining.isIn() && (known == null || known.isSilent())) {
            out(now, false);
        }
        return peers.meet(replicaId, 0, now);
    }

    /** Lets go whoever waits for what is known by now, and sends those a resync who did not wait for it. */
    void settle(Effects effects) {
        if (!joining.isIn()) {
            return;
        }
        var ready = new ArrayList<Runnable>();
        var due = told.settle(Math.min(peers.allKnow(), sent), ready);
        ready.addAll(told.release(Math.min(peers.punctualKnow(), sent)));
        effects.addAll(ready);
        if (due.everybody()) {
            effects.add(missed::byAnybody);
        } else if (!due.userIds().isEmpty()) {
            effects.add(() -> missed.by(due.userIds()));
        }
    }
}
