package dev.natter.chat.presence;

import dev.natter.events.DeliveryEvent.ReplicaWelcomed;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How this replica comes to know what the others know: it asks to be welcomed, by itself too (which shows that its two
 * queues are bound), and then takes a snapshot. Not thread-safe; {@link Books} is its lock.
 */
final class Joining {

    enum State {
        /** Knows that it does not know. */
        OUT,
        /** Has told everybody that it listens. */
        ASKED,
        /** Everybody waits for it from now on; what came before is in the leases. */
        WELCOME,
        /** Knows what there is to know, and answers for it. */
        IN
    }

    private final String self;
    private final Set<String> expected = new HashSet<>();
    private final Map<String, ReplicaWelcomed> welcomes = new HashMap<>();
    private State state = State.OUT;
    private long askedAt;
    private long outSince;
    private boolean framesLost;
    private long heardSelf;

    Joining(String self, long now) {
        this.self = self;
        this.outSince = now;
    }

    State state() {
        return state;
    }

    boolean isIn() {
        return state == State.IN;
    }

    void out(long since, boolean losesFrames) {
        if (state == State.IN) {
            outSince = since;
        }
        framesLost |= losesFrames;
        state = State.OUT;
    }

    void ask(Collection<String> others, long now) {
        state = State.ASKED;
        askedAt = now;
        welcomes.clear();
        expected.clear();
        expected.addAll(others);
        expected.add(self);
    }

    void welcome(ReplicaWelcomed welcome) {
        welcomes.put(welcome.replicaId(), welcome);
        if (state == State.ASKED && welcomes.keySet().containsAll(expected)) {
            state = State.WELCOME;
        }
    }

    /** Waits no more for those who have not answered; asks again when not even this replica has. */
    void hurry(long since) {
        if (state == State.ASKED && askedAt < since) {
            state = welcomes.containsKey(self) ? State.WELCOME : State.OUT;
        }
    }

    /** How it welcomed us, if it did. */
    @Nullable ReplicaWelcomed welcomeOf(String replicaId) {
        return welcomes.get(replicaId);
    }

    /** Returns how long it took. */
    long in(long now) {
        state = State.IN;
        heardSelf = now;
        return now - outSince;
    }

    /** Our own word has come back to us. */
    void heardSelf(long now) {
        heardSelf = now;
    }

    /** Whether we have not even heard ourselves since then. */
    boolean isDeaf(long since) {
        return state == State.IN && heardSelf < since;
    }

    /** Whether frames for people here may have been lost since this was last asked. */
    boolean takeFramesLost() {
        var lost = framesLost;
        framesLost = false;
        return lost;
    }
}
