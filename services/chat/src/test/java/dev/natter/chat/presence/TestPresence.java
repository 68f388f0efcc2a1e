package dev.natter.chat.presence;

import dev.natter.chat.Unis;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.conversation.Presence;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.delivery.FakeBroker;
import dev.natter.chat.delivery.LocalSockets;
import dev.natter.chat.delivery.PeerSender.BrokerState;
import dev.natter.chat.delivery.TestPeer;
import dev.natter.chat.profile.InMemoryProfiles;
import dev.natter.chat.routing.RouteListener;
import dev.natter.chat.routing.RouteLookup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;

/** The presence of one replica. */
public final class TestPresence {

    private final String replicaId;
    private final FakeBroker broker;
    private final LastSeenWriter lastSeen = new LastSeenWriter(new InMemoryLastSeen());
    private final PresenceSubscriptions subscriptions;
    private final PresenceBroadcast broadcast;
    private final PresenceTracker tracker;
    private final CurrentPresence current;

    public TestPresence(
            String replicaId,
            FakeBroker broker,
            LocalSockets sockets,
            InMemoryConversations store,
            RouteLookup routes,
            Delivery delivery,
            Clock clock) {
        this.replicaId = replicaId;
        this.broker = broker;
        var conversations = new LocalConversations();
        var privacy = new InMemoryProfiles().privacy();
        tracker = new PresenceTracker(
                () -> replicaId,
                TestPeer.codec(),
                conversations,
                privacy,
                sockets.latestVersions(),
                sockets.local(),
                new NoEvents<>(),
                new SimpleMeterRegistry());
        subscriptions =
                new PresenceSubscriptions(store.memberships(), conversations, sockets.connections(), sockets.local());
        current = new CurrentPresence(store.memberships(), routes, sockets.connections(), privacy, lastSeen, 100);
        broadcast = new PresenceBroadcast(
                () -> replicaId,
                subscriptions,
                tracker,
                lastSeen,
                current,
                sockets.local(),
                delivery,
                broker.sender(replicaId),
                clock);
    }

    public RouteListener listener() {
        return broadcast;
    }

    public PresenceSubscriptions subscriptions() {
        return subscriptions;
    }

    public Presence current() {
        return current;
    }

    /** Takes the next event of {@code presence-fanout}; false when there is none. */
    public boolean receiveNext() {
        var event = broker.nextBroadcast(replicaId);
        if (event != null) {
            Unis.get(tracker.on(event));
        }
        return event != null;
    }

    /** What happens every second. */
    public Uni<Void> tick() {
        return subscriptions.reload().chain(broadcast::retry);
    }

    public void changed(BrokerState state) {
        subscriptions.connected(state);
        broadcast.connected(state);
    }
}
