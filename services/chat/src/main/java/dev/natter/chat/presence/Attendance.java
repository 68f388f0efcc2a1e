package dev.natter.chat.presence;

import dev.natter.chat.replica.BrokerLink;
import dev.natter.chat.replica.Fanout;
import dev.natter.chat.replica.ReplicaConfig;
import dev.natter.events.PresenceEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is on this replica, and which others know it.
 *
 * <p>An arriving user is ready when every other replica has <em>confirmed</em> to know where he is. A confirm of the broker
 * would not do: between it and the moment another replica consumes the event, that replica may deliver a message without
 * him. (The alternative, that others repeat what they sent to him lately, needs a buffer of frames, a bound on how late the
 * broker may be, and clocks that agree.) The cost is one small answer for each batch of arrivals and other replica. A
 * replica that is late with its answer is waited for once, and for {@code patience} only; whoever did not wait is sent a
 * {@code resync} when it answers after all.
 */
@ApplicationScoped
class Attendance {

    private final String self;
    private final int page;
    private final long lease;
    private final Clock clock;
    private final BrokerLink link;
    private final Fanout fanout;
    private final Wakeup wakeup;
    private final Books books;

    Attendance(
            ReplicaConfig replica,
            PresenceConfig config,
            Clock clock,
            BrokerLink link,
            Fanout fanout,
            Wakeup wakeup,
            Books books) {
        this.self = replica.id();
        this.page = config.page();
        this.lease = config.lease().toMillis();
        this.clock = clock;
        this.link = link;
        this.fanout = fanout;
        this.wakeup = wakeup;
        this.books = books;
    }

    /** What is written when leases are renewed: all of them, and with them all moves up to {@code number}. */
    record Renewal(Collection<Lease> leases, long number, long at) {}

    /** A connection is open; {@code ready} runs once, when the other replicas know its user to be here. */
    void arrive(Lease lease, Runnable ready) {
        var effects = new Effects();
        synchronized (books) {
            var stay = books.here.arrive(lease);
            if (!link.isUp()) {
                stay.owe();
                effects.add(ready);
            } else if (stay.number() == 0) {
                stay.awaitNumber(ready);
            } else {
                books.told.await(stay.number(), lease.userId(), ready);
                if (stay.number() <= books.sent) {
                    books.told.sent(stay.number(), clock.millis());
                }
                books.settle(effects);
            }
        }
        effects.run();
        wakeup.now();
    }

    /** A connection is closed. */
    void leave(Lease lease) {
        List<Runnable> ready;
        synchronized (books) {
            ready = books.here.leave(lease);
        }
        ready.forEach(Runnable::run);
        wakeup.now();
    }

    /** What is to be told and written next; null when there is nothing. */
    @Nullable Moves next() {
        synchronized (books) {
            return books.here.next(page, link.isUp(), books.told);
        }
    }

    /** The leases of these moves are written, or could not be; now the others are told. Called for one move after another. */
    void tell(Moves moves, boolean written) {
        if (!moves.tells()) {
            return;
        }
        fanout.tell(new PresenceEvent.UsersMoved(self, moves.number(), moves.came(), moves.went()));
        var effects = new Effects();
        synchronized (books) {
            if (written && books.leased == books.sent) {
                books.leased = moves.number();
            }
            books.sent = moves.number();
            books.told.sent(moves.number(), clock.millis());
            books.settle(effects);
        }
        effects.run();
    }

    /** Tells that this replica is alive. */
    void beat() {
        long number;
        synchronized (books) {
            number = books.sent;
        }
        fanout.tell(new PresenceEvent.ReplicaBeat(self, number));
    }

    /** Tells that nobody is here any more. */
    void left() {
        fanout.tell(new PresenceEvent.ReplicaLeft(self));
    }

    Renewal renewal() {
        synchronized (books) {
            return new Renewal(books.here.leases(), books.sent, clock.millis());
        }
    }

    void renewed(Renewal renewal) {
        synchronized (books) {
            books.leased = Math.max(books.leased, renewal.number());
            books.leasedUntil = renewal.at() + lease;
        }
    }
}
