package dev.natter.chat.delivery;

import dev.natter.chat.delivery.PeerSender.BrokerState;
import dev.natter.chat.routing.ReplicaConfig;
import dev.natter.chat.routing.RouteLookup;
import dev.natter.events.DeliveryEvent;
import dev.natter.events.DeliveryEvent.FramesMissed;
import dev.natter.events.DeliveryEvent.FramesPushed;
import dev.natter.events.DeliveryEvent.Push;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Delivers frames to users wherever their connections are: to this replica's at once, and over {@code chat-delivery} to
 * exactly the replicas that hold others. Never waits, and never fails because a recipient or the broker is unavailable.
 *
 * <p>Frames to publish wait in one bounded queue; an idle queue sends immediately, and the routes of frames that come
 * meanwhile are looked up together. While routes cannot be looked up, frames go to all replicas, which filter. Users whose
 * frames could not be published get a {@code resync}.
 */
@ApplicationScoped
public class Delivery {

    private static final int MAX_FRAMES = 200;
    private static final int MAX_CHARACTERS = 262_144;
    /** Events that the broker has not confirmed; while there are more, frames wait. */
    private static final int MAX_UNCONFIRMED = 16;
    /** Users who missed frames; of more than these, everyone gets a resync. */
    private static final int MAX_MISSED = 1_000;

    private final LocalDelivery local;
    private final String self;
    private final int maxWaitingCharacters;
    private final RouteLookup routes;
    private final PeerSender sender;
    private final DeliveryMetrics metrics;

    private final Deque<Push> waiting = new ArrayDeque<>();
    private final Set<DeliveryEvent> unconfirmed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> missed = new LinkedHashSet<>();
    private boolean everyoneMissed;
    private int characters;
    private boolean lookingUp;

    protected Delivery(
            LocalDelivery local,
            ReplicaConfig replica,
            DeliveryConfig config,
            RouteLookup routes,
            PeerSender sender,
            DeliveryMetrics metrics) {
        this.local = local;
        this.self = replica.id();
        this.maxWaitingCharacters = config.remoteCharacters();
        this.routes = routes;
        this.sender = sender;
        this.metrics = metrics;
    }

    /** Delivers the frame, encoded once, to every connection of these users. */
    public void deliver(Collection<String> userIds, ServerFrame frame) {
        var push = local.encode(userIds, frame, null);
        local.deliver(push);
        publish(push);
    }

    /** The same; but the connection of this replica that caused the frame gets the reply instead, in the same turn. */
    public void deliver(Collection<String> userIds, ServerFrame frame, String originConnectionId, ServerFrame reply) {
        var push = local.encode(userIds, frame, originConnectionId);
        local.deliver(push, reply);
        publish(push);
    }

    void publish(Push push) {
        offer(push);
        publishNext();
    }

    /** Tells all connections to all replicas to fetch what they lack: a replica died with frames it had not published. */
    public void resyncEveryone() {
        local.resyncAll();
        synchronized (this) {
            everyoneMissed = true;
        }
        publishNext();
    }

    private synchronized void offer(Push push) {
        if (!sender.isConnected() || characters + push.frame().length() > maxWaitingCharacters) {
            lose(List.of(push));
        } else {
            waiting.addLast(push);
            characters += push.frame().length();
        }
    }

    private void publishNext() {
        var batch = nextBatch();
        if (!batch.isEmpty()) {
            routes.find(recipients(batch)).whenComplete((found, failure) -> {
                publish(batch, failure == null ? found : null);
                publishNext();
            });
        }
    }

    private synchronized List<Push> nextBatch() {
        if (lookingUp || unconfirmed.size() >= MAX_UNCONFIRMED || !sender.isConnected()) {
            return List.of();
        }
        sendMissed();
        var batch = new ArrayList<Push>();
        var size = 0;
        while (!waiting.isEmpty() && batch.size() < MAX_FRAMES && size < MAX_CHARACTERS) {
            var push = waiting.removeFirst();
            size += push.frame().length();
            batch.add(push);
        }
        characters -= size;
        lookingUp = !batch.isEmpty();
        return batch;
    }

    private static Collection<String> recipients(List<Push> batch) {
        return batch.size() == 1
                ? batch.get(0).userIds()
                : batch.stream().flatMap(push -> push.userIds().stream()).collect(Collectors.toSet());
    }

    /** Under the lock, so that events leave in the order of their frames. */
    private synchronized void publish(List<Push> batch, @Nullable Map<String, Set<String>> found) {
        lookingUp = false;
        if (!sender.isConnected()) {
            lose(batch);
        } else if (found == null) {
            metrics.broadcast.increment(batch.size());
            send(PeerSender.ALL, new FramesPushed(self, batch));
        } else {
            byReplica(batch, found).forEach((replica, pushes) -> send(replica, new FramesPushed(self, pushes)));
        }
    }

    private Map<String, List<Push>> byReplica(List<Push> batch, Map<String, Set<String>> found) {
        var byReplica = new HashMap<String, List<Push>>();
        for (var push : batch) {
            var users = new LinkedHashMap<String, List<String>>();
            for (var userId : push.userIds()) {
                for (var replica : found.getOrDefault(userId, Set.of())) {
                    if (!replica.equals(self)) {
                        users.computeIfAbsent(replica, id -> new ArrayList<>()).add(userId);
                    }
                }
            }
            users.forEach((replica, some) -> {
                metrics.remote.increment();
                byReplica.computeIfAbsent(replica, id -> new ArrayList<>()).add(push.to(some));
            });
        }
        return byReplica;
    }

    private void send(String routingKey, DeliveryEvent event) {
        unconfirmed.add(event);
        sender.send(routingKey, event, confirmed -> settled(event, confirmed));
    }

    private void settled(DeliveryEvent event, boolean confirmed) {
        synchronized (this) {
            if (unconfirmed.remove(event) && !confirmed) {
                lose(event);
            }
        }
        if (confirmed) {
            publishNext();
        }
    }

    void changed(@Observes BrokerState state) {
        if (state == BrokerState.LOST) {
            lost();
        } else {
            publishNext();
        }
    }

    private synchronized void lost() {
        unconfirmed.forEach(this::lose);
        unconfirmed.clear();
        lose(waiting);
        waiting.clear();
        characters = 0;
    }

    private void lose(DeliveryEvent event) {
        if (event instanceof FramesPushed pushed) {
            lose(pushed.pushes());
        } else if (event instanceof FramesMissed again) {
            miss(again.userIds());
            everyoneMissed |= again.everyone();
        }
    }

    private void lose(Collection<Push> pushes) {
        pushes.forEach(push -> miss(push.userIds()));
        metrics.missed.increment(pushes.size());
    }

    private void miss(Collection<String> userIds) {
        missed.addAll(userIds);
        if (everyoneMissed || missed.size() > MAX_MISSED) {
            everyoneMissed = true;
            missed.clear();
        }
    }

    private void sendMissed() {
        if (everyoneMissed || !missed.isEmpty()) {
            var event = new FramesMissed(self, everyoneMissed, List.copyOf(missed));
            missed.clear();
            everyoneMissed = false;
            send(PeerSender.ALL, event);
        }
    }
}
