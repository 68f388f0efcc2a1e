package dev.natter.chat.presence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.natter.chat.delivery.LocalDelivery;
import dev.natter.chat.delivery.PeerEventCodec;
import dev.natter.chat.routing.ReplicaConfig;
import dev.natter.events.PresenceEvent;
import dev.natter.events.PresenceEvent.MembersChanged;
import dev.natter.events.PresenceEvent.PresenceChanged;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Shows changes of presence to this replica's connections that share a conversation with the user. A change that comes after
 * a later one of the same user is dropped, as far as the latest ones are remembered.
 */
@ApplicationScoped
class PresenceTracker {

    private static final int MAX_REMEMBERED = 10_000;

    private final String self;
    private final PeerEventCodec codec;
    private final LocalConversations conversations;
    private final LocalDelivery local;
    private final Counter online;
    private final Counter offline;
    private final Cache<String, Long> versions = Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .executor(Runnable::run)
            .build();

    PresenceTracker(
            ReplicaConfig replica,
            PeerEventCodec codec,
            LocalConversations conversations,
            LocalDelivery local,
            MeterRegistry metrics) {
        this.self = replica.id();
        this.codec = codec;
        this.conversations = conversations;
        this.local = local;
        this.online = counter(metrics, "online");
        this.offline = counter(metrics, "offline");
    }

    private static Counter counter(MeterRegistry metrics, String to) {
        return Counter.builder("natter.presence.changes")
                .description("Users who came online or went offline; every replica counts each of them")
                .tag("to", to)
                .register(metrics);
    }

    @Incoming("presence-fanout")
    Uni<Void> on(byte[] body) {
        on(codec.decode(body, PresenceEvent.class));
        return Uni.createFrom().voidItem();
    }

    /** This replica's own events come back to it, after they were applied here. */
    void on(@Nullable PresenceEvent event) {
        if (event instanceof PresenceChanged change && !change.replicaId().equals(self)) {
            show(change);
        } else if (event instanceof MembersChanged changed
                && !changed.replicaId().equals(self)) {
            conversations.membersChanged(changed.conversationId(), changed.added(), changed.removed());
        }
    }

    /** One after another, so that an old change cannot overtake. */
    synchronized void show(PresenceChanged change) {
        var latest = versions.asMap().merge(change.userId(), change.version(), Math::max);
        if (latest > change.version()) {
            return;
        }
        (change.online() ? online : offline).increment();
        var contacts = conversations.presentIn(change.conversationIds());
        contacts.remove(change.userId());
        local.deliver(contacts, new PresenceFrame(change.userId(), change.online(), change.lastSeenAt()));
    }
}
