package dev.natter.load.measure;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Open-loop sending: each thing has its time before the first is sent, and none waits for the one before it. What could
 * not be sent in time is sent at once, and is measured from its time all the same.
 */
public final class OpenLoop {

    private static final int MOST_AT_ONCE = 2000;

    private final Vertx vertx;

    /** The sender is called on one of the event loops of {@code vertx}, always the same one for one run. */
    public OpenLoop(Vertx vertx) {
        this.vertx = vertx;
    }

    /** What is to be done. */
    @FunctionalInterface
    public interface Step {
        /**
         * Does one.
         *
         * @param number from 0
         * @param due its time, of {@link System#nanoTime()}
         */
        void run(int number, long due);
    }

    /** Does {@code perSecond} of them every second for that time, evenly; completes when the last is done. */
    public Future<Void> run(double perSecond, Duration time, Step step) {
        Promise<Void> done = Promise.promise();
        var run = new Run(step, 1e9 / perSecond, (int) Math.max(1, perSecond * time.toMillis() / 1000), done);
        vertx.getOrCreateContext().runOnContext(start -> vertx.setPeriodic(1, run::tick));
        return done.future();
    }

    private final class Run {
        private final Step step;
        private final double nanosBetween;
        private final int count;
        private final Promise<Void> done;
        private final long start = System.nanoTime();
        private int next;

        Run(Step step, double nanosBetween, int count, Promise<Void> done) {
            this.step = step;
            this.nanosBetween = nanosBetween;
            this.count = count;
            this.done = done;
        }

        private void tick(long timer) {
            var now = System.nanoTime();
            for (var left = MOST_AT_ONCE; left > 0 && next < count && due(next) <= now; left--) {
                step.run(next, due(next));
                next++;
            }
            if (next == count && vertx.cancelTimer(timer)) {
                done.complete();
            }
        }

        private long due(int number) {
            return start + (long) (number * nanosBetween);
        }
    }
}
