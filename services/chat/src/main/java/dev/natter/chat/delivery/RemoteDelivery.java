package dev.natter.chat.delivery;

import dev.natter.chat.presence.ReplicaGone;
import dev.natter.chat.replica.BrokerLink;
import dev.natter.chat.replica.Post;
import dev.natter.chat.replica.ReplicaConfig;
import dev.natter.events.DeliveryEvent.Push;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Hands frames to other replicas, over {@code chat-delivery}. */
@ApplicationScoped
class RemoteDelivery {

    private final String self;
    private final DeliveryConfig config;
    private final BrokerLink link;
    private final Post post;
    private final DeliveryMetrics metrics;
    private final ConcurrentMap<String, Outbox> outboxes = new ConcurrentHashMap<>();

    RemoteDelivery(ReplicaConfig replica, DeliveryConfig config, BrokerLink link, Post post, DeliveryMetrics metrics) {
        this.self = replica.id();
        this.config = config;
        this.link = link;
        this.post = post;
        this.metrics = metrics;
    }

    void deliver(String replicaId, List<String> userIds, EncodedFrame frame, @Nullable String exceptConnectionId) {
        var outbox = outboxes.computeIfAbsent(replicaId, id -> new Outbox(self, config.outboxCharacters()));
        var hasPlace = frame.conversationId() != null;
        var push = new Push(
                userIds,
                exceptConnectionId,
                frame.conversationId(),
                hasPlace ? frame.seq() : null,
                frame.since() > 0 ? frame.since() : null,
                frame.text());
        metrics.remote();
        if (!outbox.offer(push)) {
            metrics.missed(1);
        }
        if (link.isUp()) {
            pump(replicaId, outbox);
        } else {
            metrics.missed(outbox.linkLost());
        }
    }

    /** Under the outbox' lock, so that what two threads take from it leaves in the order in which it was taken. */
    private void pump(String replicaId, Outbox outbox) {
        synchronized (outbox) {
            while (link.isUp()) {
                var next = outbox.next();
                if (next == null) {
                    return;
                }
                post.send(replicaId, next.event(), confirmed -> settled(replicaId, outbox, next, confirmed));
            }
        }
    }

    private void settled(String replicaId, Outbox outbox, Outbox.Sendable sent, boolean confirmed) {
        metrics.missed(outbox.settled(sent, confirmed));
        if (confirmed) {
            pump(replicaId, outbox);
        }
    }

    void lost(@Observes BrokerLink.Lost event) {
        outboxes.values().forEach(outbox -> metrics.missed(outbox.linkLost()));
    }

    void established(@Observes BrokerLink.Established event) {
        outboxes.forEach(this::pump);
    }

    void gone(@Observes ReplicaGone event) {
        outboxes.remove(event.replicaId());
    }
}
