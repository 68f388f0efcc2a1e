package dev.natter.chat.presence;

import dev.natter.chat.delivery.LatestVersions;
import dev.natter.chat.delivery.LocalDelivery;
import dev.natter.chat.delivery.PeerEventCodec;
import dev.natter.chat.profile.Privacy;
import dev.natter.chat.profile.Privacy.Visibility;
import dev.natter.chat.routing.ReplicaConfig;
import dev.natter.events.PresenceEvent;
import dev.natter.events.PresenceEvent.MembersChanged;
import dev.natter.events.PresenceEvent.PresenceChanged;
import dev.natter.events.PresenceEvent.ProfileChanged;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Shows changes of presence to this replica's connections that share a conversation with the user, as far as settings and
 * blocks allow. A change that comes after
 * a later one of the same user is dropped, as far as the latest ones are remembered.
 */
@ApplicationScoped
class PresenceTracker {

    private final String self;
    private final PeerEventCodec codec;
    private final LocalConversations conversations;
    private final Privacy privacy;
    private final LatestVersions latestVersions;
    private final LocalDelivery local;
    private final Event<MembersChanged> membersChanged;
    private final Counter online;
    private final Counter offline;

    PresenceTracker(
            ReplicaConfig replica,
            PeerEventCodec codec,
            LocalConversations conversations,
            Privacy privacy,
            LatestVersions latestVersions,
            LocalDelivery local,
            Event<MembersChanged> membersChanged,
            MeterRegistry metrics) {
        this.self = replica.id();
        this.codec = codec;
        this.conversations = conversations;
        this.privacy = privacy;
        this.latestVersions = latestVersions;
        this.local = local;
        this.membersChanged = membersChanged;
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
        return on(codec.decode(body, PresenceEvent.class));
    }

    /** This replica's own events come back to it, after they were applied here. Never fails. */
    Uni<Void> on(@Nullable PresenceEvent event) {
        if (event == null || event.replicaId().equals(self)) {
            return Uni.createFrom().voidItem();
        }
        if (event instanceof PresenceChanged change) {
            return show(change);
        }
        if (event instanceof MembersChanged changed) {
            apply(changed);
        } else if (event instanceof ProfileChanged changed) {
            privacy.changed(changed.userId());
        }
        return Uni.createFrom().voidItem();
    }

    /** Never fails: contacts who cannot be shown the change now fetch what they lack. */
    Uni<Void> show(PresenceChanged change) {
        return Uni.createFrom().deferred(() -> {
            if (!latestVersions.admit(PresenceFrame.version(change.userId(), change.version()))) {
                return Uni.createFrom().voidItem();
            }
            (change.online() ? online : offline).increment();
            var contacts = conversations.presentIn(change.conversationIds());
            contacts.remove(change.userId());
            if (contacts.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            return privacy.of(involved(change, contacts))
                    .invoke(visibility -> deliver(change, contacts, visibility))
                    .onFailure()
                    .invoke(failure -> local.resync(contacts))
                    .onFailure()
                    .recoverWithNull()
                    .replaceWithVoid();
        });
    }

    /** The settings of the contacts matter for the time of last seen only. */
    private static Collection<String> involved(PresenceChanged change, Set<String> contacts) {
        var involved = new HashSet<String>();
        involved.add(change.userId());
        if (change.lastSeenAt() != null) {
            involved.addAll(contacts);
        }
        return involved;
    }

    void apply(MembersChanged change) {
        conversations.membersChanged(change.conversationId(), change.added(), change.removed());
        membersChanged.fire(change);
    }

    private void deliver(PresenceChanged change, Set<String> contacts, Visibility visibility) {
        var userId = change.userId();
        var viewers = contacts.stream()
                .filter(viewer -> !visibility.blocks(userId, viewer))
                .collect(Collectors.partitioningBy(viewer -> visibility.showsLastSeen(userId, viewer)));
        local.deliver(
                viewers.getOrDefault(true, List.of()),
                new PresenceFrame(userId, change.online(), change.lastSeenAt(), change.version()));
        local.deliver(
                viewers.getOrDefault(false, List.of()),
                new PresenceFrame(userId, change.online(), null, change.version()));
    }
}
