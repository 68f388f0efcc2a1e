package dev.natter.chat.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts the frames of a conversation in {@code seq} order. They come from several replicas over queues of their own and may
 * overtake each other: a frame that comes before its predecessor waits for the reorder timeout. It does not wait longer,
 * because a client that sees a gap fetches it.
 *
 * <p>Deliveries run under a lock, never two of one conversation at the same time; they must not block.
 */
@ApplicationScoped
class ReorderBuffer {

    private static final int STRIPES = 64;
    /** A conversation without frames for this long starts again with whatever comes first. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Duration reorderTimeout;
    private final int maxWaiting;
    private final Clock clock;
    private final Timers timers;
    private final DeliveryMetrics metrics;
    private final Stripe[] stripes = new Stripe[STRIPES];

    ReorderBuffer(DeliveryConfig config, Clock clock, Timers timers, DeliveryMetrics metrics) {
        this.reorderTimeout = config.reorderTimeout();
        this.maxWaiting = config.maxReordered();
        this.clock = clock;
        this.timers = timers;
        this.metrics = metrics;
        for (var i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe(config.watchedConversations() / STRIPES);
        }
    }

    /** Runs {@code delivery} now, or within the reorder timeout if frames before it have not come yet. */
    void pass(EncodedFrame frame, Runnable delivery) {
        var conversationId = frame.conversationId();
        if (conversationId == null) {
            delivery.run();
            return;
        }
        var stripe = stripe(conversationId);
        synchronized (stripe) {
            var now = clock.millis();
            var window = stripe.window(conversationId, frame.seq(), now);
            if (window.isNext(frame.seq()) || reorderTimeout.isZero()) {
                delivery.run();
                window.passed(frame.seq());
            } else {
                metrics.overtaken();
                window.hold(frame.seq(), delivery);
                if (window.holding() > maxWaiting) {
                    window.giveUp(frame.seq());
                } else {
                    timers.after(reorderTimeout, () -> giveUp(stripe, window, frame.seq()));
                }
            }
        }
    }

    private static void giveUp(Stripe stripe, ReorderWindow window, long seq) {
        synchronized (stripe) {
            window.giveUp(seq);
        }
    }

    private Stripe stripe(String conversationId) {
        return stripes[Math.floorMod(conversationId.hashCode(), STRIPES)];
    }

    /** A share of the conversations, least recently used first. */
    private static final class Stripe {

        private record Watched(ReorderWindow window, long at) {
            boolean isWarm(long now) {
                return now - at <= QUIET.toMillis() || window.holding() > 0;
            }
        }

        private final int maxWindows;
        private final LinkedHashMap<String, Watched> windows = new LinkedHashMap<>();

        Stripe(int maxWindows) {
            this.maxWindows = maxWindows;
        }

        ReorderWindow window(String conversationId, long seq, long now) {
            var known = windows.remove(conversationId);
            var window = known != null && known.isWarm(now) ? known.window() : new ReorderWindow(seq);
            windows.put(conversationId, new Watched(window, now));
            if (windows.size() > maxWindows) {
                forgetEldest();
            }
            return window;
        }

        private void forgetEldest() {
            Map.Entry<String, Watched> eldest = windows.entrySet().iterator().next();
            windows.remove(eldest.getKey());
            eldest.getValue().window().giveUp(Long.MAX_VALUE);
        }
    }
}
