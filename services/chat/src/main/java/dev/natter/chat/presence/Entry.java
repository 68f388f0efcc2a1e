package dev.natter.chat.presence;

import dev.natter.chat.replica.Fanout;
import dev.natter.chat.replica.Post;
import dev.natter.chat.replica.ReplicaConfig;
import dev.natter.events.DeliveryEvent.MovesHeard;
import dev.natter.events.DeliveryEvent.ReplicaWelcomed;
import dev.natter.events.PresenceEvent.ReplicaJoined;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/**
 * How this replica comes to know what the others know.
 *
 * <p>One that starts, or has lost its queues, has missed events. It tells everybody that it listens now, and confirms nothing
 * until all have welcomed it, who from then on wait for it, and it has taken a snapshot of the leases, which are written
 * before the event that tells of them. Its {@link RoutingTable} stays in use meanwhile: an old table is better than none.
 */
@ApplicationScoped
class Entry {

    private final String self;
    private final long silence;
    private final Clock clock;
    private final Fanout fanout;
    private final Post post;
    private final MissedFrames missed;
    private final Wakeup wakeup;
    private final Books books;
    private final MakeUp makeUp;

    Entry(
            ReplicaConfig replica,
            PresenceConfig config,
            Clock clock,
            Fanout fanout,
            Post post,
            MissedFrames missed,
            Wakeup wakeup,
            Books books,
            MakeUp makeUp) {
        this.self = replica.id();
        this.silence = config.silence().toMillis();
        this.clock = clock;
        this.fanout = fanout;
        this.post = post;
        this.missed = missed;
        this.wakeup = wakeup;
        this.books = books;
        this.makeUp = makeUp;
    }

    Joining.State state() {
        synchronized (books) {
            return books.joining.state();
        }
    }

    /** Asks to be welcomed by everybody, and waits for those who are known to be alive. */
    void ask(Map<String, Long> leasedReplicas) {
        synchronized (books) {
            if (books.joining.state() != Joining.State.OUT) {
                return;
            }
            leased(leasedReplicas);
            books.joining.ask(books.peers.ids(), clock.millis());
        }
        fanout.tell(new ReplicaJoined(self));
    }

    /** These replicas hold leases until then. */
    void leased(Map<String, Long> replicas) {
        synchronized (books) {
            var now = clock.millis();
            replicas.forEach((id, until) -> {
                if (!id.equals(self) && until > now) {
                    books.peers.leased(id, until);
                }
            });
        }
    }

    /** A replica, perhaps this one, waits for us from now on. */
    void welcomed(ReplicaWelcomed welcome) {
        synchronized (books) {
            if (!welcome.replicaId().equals(self)) {
                books.meet(welcome.replicaId(), clock.millis());
            }
            books.joining.welcome(welcome);
        }
        wakeup.now();
    }

    /** The snapshot that was to be taken is in the table; or it could not be taken. */
    void caughtUp(boolean taken) {
        var effects = new Effects();
        synchronized (books) {
            if (books.joining.state() != Joining.State.WELCOME) {
                return;
            }
            if (taken && catchUpWithAll()) {
                in(clock.millis(), effects);
            } else {
                books.out(clock.millis(), false);
            }
        }
        effects.run();
        wakeup.now();
    }

    private boolean catchUpWithAll() {
        var complete = true;
        for (var peer : books.peers.all()) {
            var welcome = books.joining.welcomeOf(peer.id());
            peer.silent(welcome == null);
            complete &= welcome == null || (welcome.written() && peer.catchUp(welcome.number()));
        }
        return complete;
    }

    private void in(long now, Effects effects) {
        var outMillis = books.joining.in(now);
        for (var peer : books.peers.all()) {
            if (!peer.isSilent()) {
                peer.aliveUntil(now + silence);
                if (peer.heard() >= 0) {
                    var heard = new MovesHeard(self, peer.heard());
                    effects.add(() -> post.send(peer.id(), heard));
                }
            }
        }
        // After half the silence the first of them may begin to take us for dead.
        if (outMillis > silence / 2) {
            books.here.retell();
        } else {
            books.here.retell(books.told.unsettled());
        }
        if (books.joining.takeFramesLost()) {
            effects.add(missed::byAnybody);
        }
        makeUp.onceSure(effects);
        books.settle(effects);
    }
}
