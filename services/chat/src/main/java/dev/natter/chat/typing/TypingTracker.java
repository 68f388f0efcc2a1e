package dev.natter.chat.typing;

import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.delivery.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Who is writing on a connection of this replica: at most one conversation for each connection, because who turns to
 * another has left the one before. Somebody who writes in one conversation on two devices has stopped when either says so,
 * until the other repeats itself.
 */
@ApplicationScoped
class TypingTracker {

    private final Delivery delivery;
    private final Timers timers;
    private final Clock clock;
    private final long lasts;
    private final long pause;
    private final AtomicLong numbers = new AtomicLong();
    /** Those who have said that they begin, while it is looked up whether they may. */
    private final Map<String, Long> announced = new ConcurrentHashMap<>();

    private final Map<String, TypingState> byConnection = new ConcurrentHashMap<>();

    TypingTracker(Delivery delivery, Timers timers, Clock clock, TypingConfig config) {
        this.delivery = delivery;
        this.timers = timers;
        this.clock = clock;
        this.lasts = config.lasts().toMillis();
        this.pause = config.pause().toMillis();
    }

    /** Goes on; false when nobody is known to write there on this connection. */
    boolean refresh(String connectionId, String conversationId) {
        var now = clock.millis();
        var known = byConnection.computeIfPresent(
                connectionId,
                (id, state) -> state.writesIn(conversationId) ? repeated(state.refreshed(now + lasts), now) : state);
        return known != null && known.writesIn(conversationId);
    }

    private TypingState repeated(TypingState state, long now) {
        if (now - state.toldAt() < pause) {
            return state;
        }
        delivery.push(state.others(), state.frame(true));
        return state.told(now);
    }

    /** Somebody says that he begins; returns the number to begin with, once it is known that he may. */
    long announce(String connectionId) {
        var number = numbers.incrementAndGet();
        announced.put(connectionId, number);
        return number;
    }

    /** He may not, or it did not come to it. */
    void withdraw(String connectionId, long number) {
        announced.remove(connectionId, number);
    }

    /** Begins, unless he has stopped or begun something else since he announced it. */
    void start(long number, TypingCommand command, List<String> others) {
        var connectionId = command.connectionId();
        if (!announced.remove(connectionId, number)) {
            return;
        }
        var now = clock.millis();
        var state = new TypingState(number, command.conversationId(), command.userId(), others, now, now + lasts);
        var before = byConnection.put(connectionId, state);
        if (before != null && !before.writesIn(command.conversationId())) {
            delivery.push(before.others(), before.frame(false));
        }
        delivery.push(state.others(), state.frame(true));
        expireAfter(lasts, connectionId, number);
    }

    /** Ends what is going on on this connection, in this conversation only unless that is null. */
    void stop(String connectionId, @Nullable String conversationId) {
        announced.remove(connectionId);
        byConnection.computeIfPresent(
                connectionId,
                (id, state) -> conversationId == null || state.writesIn(conversationId) ? ended(state) : state);
    }

    private @Nullable TypingState ended(TypingState state) {
        delivery.push(state.others(), state.frame(false));
        return null;
    }

    /** One timer for each time somebody begins, however often he repeats himself. */
    private void expireAfter(long millis, String connectionId, long number) {
        timers.after(Duration.ofMillis(millis), () -> expire(connectionId, number));
    }

    private void expire(String connectionId, long number) {
        var now = clock.millis();
        var still = byConnection.computeIfPresent(
                connectionId, (id, state) -> state.number() == number && state.until() <= now ? ended(state) : state);
        if (still != null && still.number() == number) {
            expireAfter(still.until() - now, connectionId, number);
        }
    }

    /** How many are writing. */
    int size() {
        return byConnection.size();
    }
}
