package dev.natter.chat.delivery;

import java.time.Duration;

/** Does something later, on a thread that must not be made to wait. */
@FunctionalInterface
public interface Timers {
    /** Runs {@code deed} once, when {@code delay} is over; not at all if the process stops before. */
    void after(Duration delay, Runnable deed);
}
