package dev.natter.local.stack.service;

import dev.natter.local.stack.console.Console;
import dev.natter.local.stack.console.LaunchFailure;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process of a service. A failed first start is an error; a process that exits later is restarted. */
final class Replica {
    private static final Duration FIRST_START = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

    private final Launch launch;
    private final Readiness readiness;
    private final ScheduledExecutorService timer;
    private final Console console;
    private final Clock clock;
    private final Runnable changed;
    private final Backoff backoff = new Backoff();
    private @Nullable Process process;
    private Instant started = Instant.MIN;
    private boolean keptAlive;
    private boolean stopped;

    /** @param changed called whenever another process is ready in the place of the one before */
    Replica(
            Launch launch,
            Readiness readiness,
            ScheduledExecutorService timer,
            Console console,
            Clock clock,
            Runnable changed) {
        this.launch = launch;
        this.readiness = readiness;
        this.timer = timer;
        this.console = console;
        this.clock = clock;
        this.changed = changed;
    }

    URI url() {
        return launch.url();
    }

    synchronized long pid() {
        return process == null ? -1 : process.pid();
    }

    /**
     * Starts it for the first time and returns when it is ready.
     *
     * @throws LaunchFailure with its last words when it ends before that, or is not ready in time
     */
    void start() {
        var first = spawn();
        if (first == null) {
            return;
        }
        var deadline = clock.instant().plus(FIRST_START);
        while (!readiness.of(launch.url())) {
            if (ended(first)) {
                throw failure("ended with code " + first.exitValue() + " while starting");
            }
            if (clock.instant().isAfter(deadline)) {
                throw failure("was not ready after " + FIRST_START.toSeconds() + " s");
            }
        }
        keepAlive(first);
        console.progress(launch.name() + " is ready");
    }

    /** Asks it to end, and returns when it has; kills it when its grace is over. It is not started again. */
    void stop() {
        var last = markStopped();
        if (last == null) {
            return;
        }
        // Not through the Process, which would close the pipes at once: its last lines belong into the log.
        last.toHandle().destroy();
        try {
            if (!last.waitFor(Launch.GRACE.toSeconds(), TimeUnit.SECONDS)) {
                console.progress(launch.name() + " did not end when asked; killed");
                last.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            last.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        launch.pid().delete();
    }

    private synchronized @Nullable Process markStopped() {
        stopped = true;
        return process;
    }

    private synchronized @Nullable Process spawn() {
        if (stopped) {
            return null;
        }
        try {
            var next = launch.start();
            process = next;
            started = clock.instant();
            return next;
        } catch (IOException e) {
            throw new LaunchFailure(launch.name() + " cannot be started: " + e.getMessage());
        }
    }

    private synchronized void keepAlive(Process running) {
        keptAlive = true;
        var unused = running.onExit().thenAcceptAsync(this::replace, timer);
    }

    private synchronized void replace(Process dead) {
        if (stopped || !keptAlive) {
            return;
        }
        var pause = backoff.after(Duration.between(started, clock.instant()));
        console.progress("%s ended with code %d; starting it again in %d s, its log is %s"
                .formatted(
                        launch.name(),
                        dead.exitValue(),
                        pause.toSeconds(),
                        launch.log().path()));
        var unused = timer.schedule(this::again, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void again() {
        var next = spawn();
        if (next != null) {
            keepAlive(next);
            tellWhenReady(next);
        }
    }

    private void tellWhenReady(Process next) {
        if (readiness.of(launch.url())) {
            console.progress(launch.name() + " is ready again");
            changed.run();
        } else if (next.isAlive() && !timer.isShutdown()) {
            var unused = timer.schedule(() -> tellWhenReady(next), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Waits a moment; returns whether it has exited by then. */
    private static boolean ended(Process process) {
        try {
            return process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private LaunchFailure failure(String what) {
        return new LaunchFailure("%s %s. The end of %s:%n%s"
                .formatted(
                        launch.name(),
                        what,
                        launch.log().path(),
                        String.join(System.lineSeparator(), launch.log().tail())));
    }
}
