package dev.natter.load.client;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a client that was refused waits until it tries again: like the web app's, any time up to a limit that doubles with
 * each failure.
 *
 * @param firstMillis the limit after the first failure
 * @param longestMillis beyond which it does not grow
 * @param tries after which it gives up
 */
record Backoff(int firstMillis, int longestMillis, int tries) {

    /** As the web app has it; who is not in after twelve tries never will be. */
    static final Backoff USUAL = new Backoff(1_000, 30_000, 12);

    private static final int MOST_DOUBLINGS = 10;

    /** @param failures so far, at least one */
    long pauseMillis(int failures) {
        var limit = Math.min((long) firstMillis << Math.min(failures - 1, MOST_DOUBLINGS), longestMillis);
        return ThreadLocalRandom.current().nextLong(limit) + 1;
    }

    boolean isOver(int failures) {
        return failures >= tries;
    }
}
