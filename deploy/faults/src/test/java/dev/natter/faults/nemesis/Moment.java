package dev.natter.faults.nemesis;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets time pass: how long a fault lasts is part of it. */
public final class Moment {

    private Moment() {}

    public static void pass(Duration duration) {
        CompletableFuture.runAsync(
                        () -> {}, CompletableFuture.delayedExecutor(duration.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }

    static void seconds(int seconds) {
        pass(Duration.ofSeconds(seconds));
    }
}
