package dev.natter.local.stack;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What has to be undone at the end, last first. The end may come at any time, in the middle of the start too: what is
 * added after it is undone at once.
 */
final class Ending {
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private boolean begun;

    /** @throws StartCutShort when the end has begun already; the step has then been done */
    void before(Runnable step) {
        synchronized (this) {
            if (!begun) {
                steps.push(step);
                return;
            }
        }
        step.run();
        throw new StartCutShort();
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    synchronized boolean hasNothingToDo() {
        return steps.isEmpty();
    }

    /** Does every step once, whatever becomes of the others. */
    void run() {
        for (var step = next(); step != null; step = next()) {
            try {
                step.run();
            } catch (RuntimeException e) {
                System.getLogger("natter").log(System.Logger.Level.WARNING, "could not stop cleanly", e);
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        begun = true;
        return steps.poll();
    }

    /** Not an error: Ctrl-C while the stack was starting. */
    static final class StartCutShort extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
