package dev.natter.chat.delivery;

import java.time.Duration;

/** Runs tasks later, on a thread that must not block. */
@FunctionalInterface
public interface Timers {
    /** Runs the task once, after the delay; not at all if the process stops before. */
    void after(Duration delay, Runnable task);
}
