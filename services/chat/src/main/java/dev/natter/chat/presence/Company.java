package dev.natter.chat.presence;

import dev.natter.chat.replica.Post;
import dev.natter.chat.replica.ReplicaConfig;
import dev.natter.events.DeliveryEvent.MovesHeard;
import dev.natter.events.DeliveryEvent.ReplicaWelcomed;
import dev.natter.events.PresenceEvent;
import dev.natter.events.PresenceEvent.ReplicaBeat;
import dev.natter.events.PresenceEvent.ReplicaJoined;
import dev.natter.events.PresenceEvent.ReplicaLeft;
import dev.natter.events.PresenceEvent.UsersMoved;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * The other replicas: what they tell, which of our moves they know, and who of them is alive. That this replica has missed
 * something it notices by the link, by a gap in another's numbers, by a stranger, and by not hearing itself; then it goes
 * {@link Joining.State#OUT}, and comes back through {@link Entry}.
 */
@ApplicationScoped
class Company {

    private final String self;
    private final long silence;
    private final long patience;
    private final Clock clock;
    private final Post post;
    private final MissedFrames missed;
    private final Wakeup wakeup;
    private final Books books;
    private final MakeUp makeUp;
    private long ticked;

    Company(
            ReplicaConfig replica,
            PresenceConfig config,
            Clock clock,
            Post post,
            MissedFrames missed,
            Wakeup wakeup,
            Books books,
            MakeUp makeUp) {
        this.self = replica.id();
        this.silence = config.silence().toMillis();
        this.patience = config.patience().toMillis();
        this.clock = clock;
        this.post = post;
        this.missed = missed;
        this.wakeup = wakeup;
        this.books = books;
        this.makeUp = makeUp;
        this.ticked = clock.millis();
    }

    /** An event of {@code presence-fanout}, in the order they came; the table is up to date already. */
    void on(PresenceEvent event) {
        var effects = new Effects();
        synchronized (books) {
            var now = clock.millis();
            if (event instanceof ReplicaJoined joined) {
                onJoined(joined.replicaId(), now, effects);
            } else if (event instanceof ReplicaBeat beat) {
                onBeat(beat, now);
            } else if (event instanceof UsersMoved moved && !moved.replicaId().equals(self)) {
                onMoved(moved, now, effects);
            } else if (event instanceof ReplicaLeft left) {
                books.peers.remove(left.replicaId());
                makeUp.onceSure(effects);
                books.settle(effects);
            }
        }
        effects.run();
    }

    private void onJoined(String replicaId, long now, Effects effects) {
        var welcome = new ReplicaWelcomed(self, books.sent, books.isWritten(now));
        effects.add(() -> post.send(replicaId, welcome));
        if (!replicaId.equals(self)) {
            confirm(books.peers.meet(replicaId, welcome.number(), now), effects);
        }
    }

    private void onBeat(ReplicaBeat beat, long now) {
        if (beat.replicaId().equals(self)) {
            books.joining.heardSelf(now);
        } else if (!books.meet(beat.replicaId(), now).hasMoved(beat.number())) {
            books.out(now, false);
        }
    }

    private void onMoved(UsersMoved moved, long now, Effects effects) {
        var peer = books.meet(moved.replicaId(), now);
        if (!peer.moved(moved.number())) {
            books.out(now, false);
        }
        confirm(peer, effects);
    }

    private void confirm(Peer peer, Effects effects) {
        if (books.joining.isIn() && peer.heard() >= 0) {
            var heard = new MovesHeard(self, peer.heard());
            effects.add(() -> post.send(peer.id(), heard));
        }
    }

    /** Another replica confirms to know our moves up to this one. */
    void heard(MovesHeard heard) {
        var effects = new Effects();
        synchronized (books) {
            books.meet(heard.replicaId(), clock.millis()).confirms(heard.number());
            books.settle(effects);
        }
        effects.run();
    }

    Set<String> others() {
        synchronized (books) {
            return books.peers.ids();
        }
    }

    /** The link to the broker is gone, and with it our queues and what was in them. */
    void lost() {
        var effects = new Effects();
        synchronized (books) {
            books.out(clock.millis(), true);
            books.peers.all().forEach(Peer::unhear);
            effects.addAll(books.told.release(Long.MAX_VALUE));
            effects.addAll(books.here.letGo());
        }
        effects.run();
    }

    /** Called about once a second; returns the replicas that must be dead, and are forgotten. */
    List<String> tick() {
        var effects = new Effects();
        List<String> gone = List.of();
        synchronized (books) {
            var now = clock.millis();
            noticeDeafness(now);
            books.joining.hurry(now - patience);
            var overdue = books.told.overdue(now - patience);
            if (overdue > 0) {
                books.peers.late(overdue);
                effects.addAll(books.told.release(overdue));
            }
            if (books.joining.isIn()) {
                gone = books.peers.gone(now);
                gone.forEach(books.peers::remove);
            }
            if (!gone.isEmpty()) {
                // One of them may have taken messages that it could not pass on any more.
                effects.add(missed::byAnybody);
            }
            makeUp.onceSure(effects);
            books.settle(effects);
        }
        effects.run();
        wakeup.now();
        return gone;
    }

    /** Not to have ticked, or not to hear even ourselves, is to have missed the others, and perhaps to be taken for dead. */
    private void noticeDeafness(long now) {
        if (now - ticked > silence / 2) {
            books.out(ticked, true);
        } else if (books.joining.isDeaf(now - silence)) {
            books.out(now - silence, true);
        }
        ticked = now;
    }
}
