package dev.natter.chat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Things that happen at the same instant. */
public final class Parallel {

    private static final int THREADS = 16;

    private Parallel() {}

    /** Does it so many times at once, and answers what came of each. */
    public static <T> List<T> times(int count, IntFunction<T> deed) {
        var threads = Executors.newFixedThreadPool(Math.min(count, THREADS));
        var start = new CountDownLatch(Math.min(count, THREADS));
        try {
            var outcomes = IntStream.range(0, count)
                    .mapToObj(number -> threads.submit((Callable<T>) () -> {
                        start.countDown();
                        start.await();
                        return deed.apply(number);
                    }))
                    .toList();
            return outcomes.stream().map(Parallel::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> outcome) {
        try {
            return outcome.get();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
