package dev.natter.chat.presence;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.natter.chat.conversation.ConversationListener;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.delivery.LocalDelivery;
import dev.natter.chat.delivery.PeerSender;
import dev.natter.chat.delivery.PeerSender.BrokerState;
import dev.natter.chat.routing.ReplicaConfig;
import dev.natter.chat.routing.RouteListener;
import dev.natter.events.PresenceEvent;
import dev.natter.events.PresenceEvent.MembersChanged;
import dev.natter.events.PresenceEvent.PresenceChanged;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Publishes changes of presence and of members to all replicas, this one first. What cannot be published now is kept, the
 * latest change of each user, up to a bound, and published afterwards.
 */
@ApplicationScoped
class PresenceBroadcast implements RouteListener, ConversationListener {

    private static final Logger LOG = Logger.getLogger(PresenceBroadcast.class);
    private static final int MAX_KEPT = 10_000;
    private static final int MAX_RETRIES = 400;
    private static final int MAX_CONCURRENCY = 8;
    private static final int MAX_CONVERSATIONS = 500;

    private final String self;
    private final PresenceSubscriptions subscriptions;
    private final PresenceTracker tracker;
    private final LastSeenWriter lastSeen;
    private final CurrentPresence current;
    private final LocalDelivery local;
    private final Delivery delivery;
    private final PeerSender sender;
    private final Clock clock;
    /** Changes whose conversations could not be looked up, by user. */
    private final Map<String, PresenceChanged> unresolved = new LinkedHashMap<>();

    private final Deque<PresenceEvent> unsent = new ArrayDeque<>();

    PresenceBroadcast(
            ReplicaConfig replica,
            PresenceSubscriptions subscriptions,
            PresenceTracker tracker,
            LastSeenWriter lastSeen,
            CurrentPresence current,
            LocalDelivery local,
            Delivery delivery,
            PeerSender sender,
            Clock clock) {
        this.self = replica.id();
        this.subscriptions = subscriptions;
        this.tracker = tracker;
        this.lastSeen = lastSeen;
        this.current = current;
        this.local = local;
        this.delivery = delivery;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public Uni<Void> online(String userId, long version) {
        lastSeen.note(userId, clock.instant());
        return publish(new PresenceChanged(self, userId, true, null, version, List.of()));
    }

    @Override
    public Uni<Void> offline(String userId, Instant lastSeenAt, long version) {
        lastSeen.note(userId, lastSeenAt);
        return publish(new PresenceChanged(self, userId, false, lastSeenAt, version, List.of()));
    }

    @Override
    public void missed(Collection<String> userIds) {
        local.resync(userIds);
    }

    @Override
    public void replicaDied() {
        delivery.resyncEveryone();
    }

    @Override
    public void recovered() {
        if (current.takeApproximate()) {
            local.resyncAll();
        }
    }

    @Override
    public void membersChanged(String conversationId, Collection<String> added, Collection<String> removed) {
        var change = new MembersChanged(self, conversationId, List.copyOf(added), List.copyOf(removed));
        tracker.apply(change);
        send(change);
    }

    private Uni<Void> publish(PresenceChanged change) {
        return subscriptions
                .conversationsOf(change.userId())
                .chain(ids -> publish(change, List.copyOf(ids)))
                .onFailure()
                .invoke(failure -> later(change, failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> publish(PresenceChanged change, List<String> conversationIds) {
        var shown = Uni.createFrom().voidItem();
        for (var from = 0; from < conversationIds.size(); from += MAX_CONVERSATIONS) {
            var event = new PresenceChanged(
                    self,
                    change.userId(),
                    change.online(),
                    change.lastSeenAt(),
                    change.version(),
                    conversationIds.subList(from, Math.min(from + MAX_CONVERSATIONS, conversationIds.size())));
            send(event);
            shown = shown.chain(() -> tracker.show(event));
        }
        return shown;
    }

    private synchronized void later(PresenceChanged change, Throwable failure) {
        LOG.debugf("A change of presence is published later: %s", failure);
        unresolved.merge(change.userId(), change, (known, other) -> known.version() > other.version() ? known : other);
        if (unresolved.size() > MAX_KEPT) {
            unresolved.remove(unresolved.keySet().iterator().next());
        }
    }

    private synchronized List<PresenceChanged> takeUnresolved() {
        var some = unresolved.values().stream().limit(MAX_RETRIES).toList();
        some.forEach(change -> unresolved.remove(change.userId()));
        return some;
    }

    @Scheduled(every = "1s", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> retry() {
        return Multi.createFrom()
                .iterable(takeUnresolved())
                .onItem()
                .transformToUni(this::publish)
                .merge(MAX_CONCURRENCY)
                .onItem()
                .ignoreAsUni();
    }

    private synchronized void send(PresenceEvent event) {
        if (sender.isConnected()) {
            sender.broadcast(event);
        } else {
            unsent.addLast(event);
            if (unsent.size() > MAX_KEPT) {
                unsent.removeFirst();
            }
        }
    }

    synchronized void connected(@Observes BrokerState state) {
        if (state == BrokerState.ESTABLISHED) {
            var events = List.copyOf(unsent);
            unsent.clear();
            events.forEach(this::send);
        }
    }
}
