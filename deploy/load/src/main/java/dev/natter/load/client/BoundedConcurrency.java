package dev.natter.load.client;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Does many things, only so many of them at once. */
public final class BoundedConcurrency {

    private final int count;
    private final IntFunction<Future<?>> step;
    private final Promise<Void> done = Promise.promise();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    private BoundedConcurrency(int count, IntFunction<Future<?>> step) {
        this.count = count;
        this.step = step;
    }

    /** Completes when all have; fails with the first that does, and begins no more then. */
    public static Future<Void> run(int count, int atOnce, IntFunction<Future<?>> step) {
        if (count == 0) {
            return Future.succeededFuture();
        }
        var together = new BoundedConcurrency(count, step);
        for (var started = Math.min(count, atOnce); started > 0; started--) {
            together.begin();
        }
        return together.done.future();
    }

    private void begin() {
        var number = next.getAndIncrement();
        if (number < count && !done.future().isComplete()) {
            var unused = step.apply(number).onComplete(end -> {
                if (end.failed()) {
                    done.tryFail(end.cause());
                } else if (ended.incrementAndGet() == count) {
                    done.tryComplete();
                } else {
                    begin();
                }
            });
        }
    }
}
