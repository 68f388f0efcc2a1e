package dev.natter.chat.delivery;

import java.time.Duration;

/** Does something later. */
@FunctionalInterface
interface Timers {
    void after(Duration delay, Runnable deed);
}
