package dev.natter.chat.delivery;

import dev.natter.chat.delivery.PeerSender.BrokerState;
import dev.natter.chat.routing.ReplicaConfig;
import dev.natter.events.DeliveryEvent;
import dev.natter.events.DeliveryEvent.FramesMissed;
import dev.natter.events.DeliveryEvent.FramesPushed;
import dev.natter.events.DeliveryEvent.Push;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Delivers what other replicas publish to this replica's connections. A frame may come twice; clients recognise its seq. */
@ApplicationScoped
class DeliveryConsumer {

    private final String self;
    private final PeerEventCodec codec;
    private final LocalDelivery local;
    private final EntryListener listener;

    DeliveryConsumer(ReplicaConfig replica, PeerEventCodec codec, LocalDelivery local, EntryListener listener) {
        this.self = replica.id();
        this.codec = codec;
        this.local = local;
        this.listener = listener;
    }

    @Incoming(BrokerConnectionMonitor.DELIVERY_IN)
    Uni<Void> on(byte[] body) {
        on(codec.decode(body, DeliveryEvent.class));
        return Uni.createFrom().voidItem();
    }

    /** This replica's own broadcasts come back to it; its connections already have those frames. */
    void on(@Nullable DeliveryEvent event) {
        if (event instanceof FramesPushed pushed && !pushed.replicaId().equals(self)) {
            pushed.pushes().forEach(this::deliver);
        } else if (event instanceof FramesMissed missed && !missed.replicaId().equals(self)) {
            if (missed.everyone()) {
                local.resyncAll();
            } else {
                local.resync(missed.userIds());
            }
        }
    }

    private void deliver(Push push) {
        if (push.conversationId() != null && push.seq() != null) {
            listener.delivered(push.conversationId(), push.seq(), push.changesGroup() != null);
        }
        local.deliver(push);
    }

    /** This replica's queue is new and empty: whatever was published to it before is lost. */
    void connected(@Observes BrokerState state) {
        if (state == BrokerState.ESTABLISHED) {
            local.resyncAll();
        }
    }
}
