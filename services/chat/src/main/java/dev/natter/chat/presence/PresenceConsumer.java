package dev.natter.chat.presence;

import dev.natter.chat.delivery.remote.PeerEventCodec;
import dev.natter.chat.routing.ReplicaConfig;
import dev.natter.events.PresenceEvent;
import dev.natter.events.PresenceEvent.MembersChanged;
import dev.natter.events.PresenceEvent.PresenceChanged;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what other replicas publish on {@code presence-fanout}, one event after another. */
@ApplicationScoped
class PresenceConsumer {

    private final String self;
    private final PeerEventCodec codec;
    private final PresenceTracker tracker;
    private final LocalConversations conversations;

    PresenceConsumer(
            ReplicaConfig replica, PeerEventCodec codec, PresenceTracker tracker, LocalConversations conversations) {
        this.self = replica.id();
        this.codec = codec;
        this.tracker = tracker;
        this.conversations = conversations;
    }

    @Incoming("presence-fanout")
    Uni<Void> on(byte[] body) {
        on(codec.decodePresence(body));
        return Uni.createFrom().voidItem();
    }

    /** This replica's own events come back to it, after they were applied here. */
    void on(PresenceEvent event) {
        if (event.replicaId().equals(self)) {
            return;
        }
        if (event instanceof PresenceChanged change) {
            tracker.show(change);
        } else if (event instanceof MembersChanged changed) {
            conversations.membersChanged(changed.conversationId(), changed.added(), changed.removed());
        }
    }
}
