package dev.natter.chat.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conversations whose last two numbers this replica took, with nobody between: there it may guess the next one. What
 * another replica takes is not heard of here, so a guess may be wrong. The ten thousand that were last in use are kept.
 */
final class OwnRuns {

    private static final int MOST = 10_000;

    private final Map<String, Run> runs = new LastUsed();

    private record Run(long last, boolean unbroken) {}

    /** The number behind which the next one is likely to be; null when anybody may have taken it. */
    synchronized @Nullable Long last(String conversationId) {
        var run = runs.get(conversationId);
        return run != null && run.unbroken() ? run.last() : null;
    }

    /** Notes a number that was taken here. */
    synchronized void took(String conversationId, long number) {
        var before = runs.get(conversationId);
        runs.put(conversationId, new Run(number, before != null && before.last() == number - 1));
    }

    private static final class LastUsed extends LinkedHashMap<String, Run> {

        private static final long serialVersionUID = 1;
        private static final float LOAD = 0.75f;

        LastUsed() {
            super(0, LOAD, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Run> eldest) {
            return size() > MOST;
        }
    }
}
