package dev.natter.chat.delivery;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Runs tasks later, on a thread that must not block. */
@ApplicationScoped
public class Timers {

    private final Vertx vertx;

    protected Timers(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Runs the task once, after the delay; not at all if the process stops before. */
    public void after(Duration delay, Runnable task) {
        vertx.setTimer(Math.max(1, delay.toMillis()), timer -> task.run());
    }
}
