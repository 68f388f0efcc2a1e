package dev.natter.chat.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the frames of a conversation in the order of their places. They come from several replicas, over queues of their
 * own, and may overtake each other: one that comes before its predecessor is held back for a moment. It is not waited for
 * longer, because a place may be empty for good, and because a client that sees a gap fetches what is in it.
 *
 * <p>Deliveries run under a lock, one conversation's never at the same time; they must not block.
 */
@ApplicationScoped
class Sequencer {

    private static final int STRIPES = 64;
    /** A conversation that was quiet for so long begins anew: nothing overtakes anything by a minute. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Duration holdBack;
    private final int mostHeld;
    private final Clock clock;
    private final Timers timers;
    private final DeliveryMetrics metrics;
    private final Stripe[] stripes = new Stripe[STRIPES];

    Sequencer(DeliveryConfig config, Clock clock, Timers timers, DeliveryMetrics metrics) {
        this.holdBack = config.holdBack();
        this.mostHeld = config.heldBack();
        this.clock = clock;
        this.timers = timers;
        this.metrics = metrics;
        for (var i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe(config.watchedConversations() / STRIPES);
        }
    }

    /** Runs {@code delivery} now, or in a moment when frames before it in its conversation have not come yet. */
    void pass(EncodedFrame frame, Runnable delivery) {
        var conversationId = frame.conversationId();
        if (conversationId == null) {
            delivery.run();
            return;
        }
        var stripe = stripe(conversationId);
        synchronized (stripe) {
            var now = clock.millis();
            var line = stripe.line(conversationId, frame.seq(), now);
            if (line.isNext(frame.seq()) || holdBack.isZero()) {
                delivery.run();
                line.passed(frame.seq());
            } else {
                metrics.overtaken();
                line.hold(frame.seq(), delivery);
                if (line.holding() > mostHeld) {
                    line.giveUp(frame.seq());
                } else {
                    timers.after(holdBack, () -> giveUp(stripe, line, frame.seq()));
                }
            }
        }
    }

    private static void giveUp(Stripe stripe, Line line, long seq) {
        synchronized (stripe) {
            line.giveUp(seq);
        }
    }

    private Stripe stripe(String conversationId) {
        return stripes[Math.floorMod(conversationId.hashCode(), STRIPES)];
    }

    /** Some of the conversations, those that were quiet longest first. */
    private static final class Stripe {

        private record Watched(Line line, long at) {
            boolean isWarm(long now) {
                return now - at <= QUIET.toMillis() || line.holding() > 0;
            }
        }

        private final int most;
        private final LinkedHashMap<String, Watched> lines = new LinkedHashMap<>();

        Stripe(int most) {
            this.most = most;
        }

        Line line(String conversationId, long seq, long now) {
            var known = lines.remove(conversationId);
            var line = known != null && known.isWarm(now) ? known.line() : new Line(seq);
            lines.put(conversationId, new Watched(line, now));
            if (lines.size() > most) {
                forgetEldest();
            }
            return line;
        }

        private void forgetEldest() {
            Map.Entry<String, Watched> eldest = lines.entrySet().iterator().next();
            lines.remove(eldest.getKey());
            eldest.getValue().line().giveUp(Long.MAX_VALUE);
        }
    }
}
