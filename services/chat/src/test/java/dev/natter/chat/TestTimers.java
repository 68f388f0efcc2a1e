package dev.natter.chat;

import dev.natter.chat.delivery.Timers;
import dev.natter.testing.TestClock;
import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;

/** Timers that go off when the test's clock is advanced through here. */
@Vetoed
public final class TestTimers extends Timers {

    private record Timer(Instant due, Runnable deed) {}

    private final TestClock clock;
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparing(Timer::due));

    public TestTimers(TestClock clock) {
        super(null);
        this.clock = clock;
    }

    /** Timers that do this. */
    public static Timers of(BiConsumer<Duration, Runnable> after) {
        return new Timers(null) {
            @Override
            public void after(Duration delay, Runnable deed) {
                after.accept(delay, deed);
            }
        };
    }

    @Override
    public void after(Duration delay, Runnable deed) {
        timers.add(new Timer(clock.instant().plus(delay), deed));
    }

    /** Lets time pass, with everything that is due on the way. */
    public void advance(Duration duration) {
        var end = clock.instant().plus(duration);
        while (!timers.isEmpty() && !timers.peek().due().isAfter(end)) {
            var next = timers.remove();
            clock.advance(Duration.between(clock.instant(), next.due()));
            next.deed().run();
        }
        clock.advance(Duration.between(clock.instant(), end));
    }

    /** How many are still to go off. */
    public int size() {
        return timers.size();
    }
}
