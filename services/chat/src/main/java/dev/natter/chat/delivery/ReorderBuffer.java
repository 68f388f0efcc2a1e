package dev.natter.chat.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Puts the frames of a conversation in {@code seq} order. They come from several replicas and may overtake each other: a
 * frame that comes before its predecessor waits for the reorder timeout, and no longer, because a client that sees a gap
 * fetches it. Deliveries run under a lock of their conversation; they must not block.
 */
@ApplicationScoped
class ReorderBuffer {

    /** A conversation without frames for this long starts again with whatever comes first. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Duration reorderTimeout;
    private final int maxWaiting;
    private final Timers timers;
    private final DeliveryMetrics metrics;
    /** One that is evicted while frames wait in it still delivers them when their timers fire. */
    private final Cache<String, ReorderWindow> windows;

    ReorderBuffer(DeliveryConfig config, Clock clock, Timers timers, DeliveryMetrics metrics) {
        this.reorderTimeout = config.reorderTimeout();
        this.maxWaiting = config.maxReordered();
        this.timers = timers;
        this.metrics = metrics;
        this.windows = Caffeine.newBuilder()
                .maximumSize(config.watchedConversations())
                .expireAfterAccess(QUIET)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /** Runs {@code delivery} now, or within the reorder timeout if frames before it have not come yet. */
    void pass(@Nullable String conversationId, @Nullable Long seq, Runnable delivery) {
        if (conversationId == null || seq == null || reorderTimeout.isZero()) {
            delivery.run();
            return;
        }
        var window = windows.get(conversationId, id -> new ReorderWindow(seq - 1));
        if (!window.pass(seq, delivery)) {
            metrics.overtaken.increment();
            timers.after(reorderTimeout, () -> window.giveUp(seq));
        }
    }

    /** The frames of one conversation that wait for their predecessors. */
    private final class ReorderWindow {

        private final TreeMap<Long, List<Runnable>> waiting = new TreeMap<>();
        /** Everything up to here is delivered or given up. */
        private long last;

        ReorderWindow(long last) {
            this.last = last;
        }

        /** Delivers; false when the delivery waits. */
        synchronized boolean pass(long seq, Runnable delivery) {
            if (seq > last + 1) {
                waiting.computeIfAbsent(seq, place -> new ArrayList<>(1)).add(delivery);
                if (waiting.size() > maxWaiting) {
                    giveUp(seq);
                }
                return false;
            }
            delivery.run();
            last = Math.max(last, seq);
            deliverThrough(last + 1);
            return true;
        }

        /** Waits no longer for what is missing before this number. */
        synchronized void giveUp(long seq) {
            deliverThrough(Math.max(seq, last + 1));
        }

        /** Delivers, in order, what waits up to this number and what follows without a gap. */
        private void deliverThrough(long seq) {
            var through = seq;
            while (!waiting.isEmpty() && waiting.firstKey() <= through) {
                var first = waiting.pollFirstEntry();
                last = Math.max(last, first.getKey());
                through = Math.max(through, last + 1);
                first.getValue().forEach(Runnable::run);
            }
        }
    }
}
