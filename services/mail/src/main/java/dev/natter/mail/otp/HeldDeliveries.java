package dev.natter.mail.otp;

import com.rabbitmq.client.Channel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** The messages that are in this worker's hands, unacknowledged; the broker's prefetch bounds them. */
@Singleton
class HeldDeliveries {

    private final Map<Delivery, Channel> held = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile boolean stopping;

    HeldDeliveries(MeterRegistry meters) {
        meters.gaugeMapSize("natter.mail.held", Tags.empty(), held);
    }

    /** Adds a message that came in on {@code channel}; if nothing is to be begun any more, it ends at once. */
    void add(Delivery delivery, Channel channel) {
        held.put(delivery, channel);
        if (stopping || !channel.isOpen()) {
            delivery.end();
        }
    }

    /** Forgets a message on which no work is left. */
    void remove(Delivery delivery) {
        held.remove(delivery);
        if (stopping && held.isEmpty()) {
            drained.complete(null);
        }
    }

    /** The broker gives the messages of a closed channel to the next worker: no work on them is to be begun. */
    void endThoseOf(Channel closed) {
        held.forEach((delivery, channel) -> {
            if (channel.equals(closed)) {
                delivery.end();
            }
        });
    }

    /** Lets nothing more begin; completes when the conversations that are under way have ended and been answered. */
    CompletionStage<Void> drain() {
        stopping = true;
        held.keySet().forEach(Delivery::end);
        if (held.isEmpty()) {
            drained.complete(null);
        }
        return drained;
    }
}
