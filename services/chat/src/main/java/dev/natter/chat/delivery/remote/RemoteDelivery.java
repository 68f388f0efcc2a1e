package dev.natter.chat.delivery.remote;

import dev.natter.chat.delivery.DeliveryConfig;
import dev.natter.chat.delivery.DeliveryMetrics;
import dev.natter.chat.delivery.EncodedFrame;
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
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Publishes frames to the replicas that hold a recipient. Frames wait in one bounded queue; an idle queue sends immediately,
 * and frames that come while routes are being looked up are looked up together in the next batch. While routes cannot be
 * looked up, frames go to all replicas, which filter. Users whose frames could not be published get a {@code resync}.
 */
@ApplicationScoped
public class RemoteDelivery {

    private static final int MAX_FRAMES = 200;
    private static final int MAX_CHARACTERS = 262_144;
    /** Events that the broker has not confirmed; while there are more, frames wait. */
    private static final int MAX_UNCONFIRMED = 16;

    private final String self;
    private final int maxWaitingCharacters;
    private final RouteLookup routes;
    private final PeerSender sender;
    private final DeliveryMetrics metrics;

    private final Deque<Push> waiting = new ArrayDeque<>();
    private final MissedUsers missed = new MissedUsers();
    private final Map<Long, DeliveryEvent> unconfirmed = new HashMap<>();
    private int characters;
    private boolean lookingUp;
    private long sent;

    RemoteDelivery(
            ReplicaConfig replica,
            DeliveryConfig config,
            RouteLookup routes,
            PeerSender sender,
            DeliveryMetrics metrics) {
        this.self = replica.id();
        this.maxWaitingCharacters = config.remoteCharacters();
        this.routes = routes;
        this.sender = sender;
        this.metrics = metrics;
    }

    /** Hands the frame over for all connections of these users to other replicas, but the excepted one. Never waits. */
    public void deliver(List<String> userIds, EncodedFrame frame, @Nullable String exceptConnectionId) {
        var hasPlace = frame.conversationId() != null;
        offer(new Push(
                userIds,
                exceptConnectionId,
                frame.conversationId(),
                hasPlace ? frame.seq() : null,
                frame.since() > 0 ? frame.since() : null,
                frame.text()));
        publishNext();
    }

    private synchronized void offer(Push push) {
        if (!sender.isConnected() || characters + push.frame().length() > maxWaitingCharacters) {
            missed.add(push.userIds());
            metrics.missed(1);
        } else {
            waiting.addLast(push);
            characters += push.frame().length();
        }
    }

    private void publishNext() {
        var batch = nextBatch();
        if (batch != null) {
            routes.find(recipients(batch)).whenComplete((found, failure) -> {
                publish(batch, failure == null ? found : null);
                publishNext();
            });
        }
    }

    private synchronized @Nullable List<Push> nextBatch() {
        if (lookingUp || unconfirmed.size() >= MAX_UNCONFIRMED || !sender.isConnected()) {
            return null;
        }
        if (!missed.isEmpty()) {
            send(PeerSender.ALL, missed.take(self));
        }
        if (waiting.isEmpty()) {
            return null;
        }
        lookingUp = true;
        var batch = new ArrayList<Push>();
        var size = 0;
        while (!waiting.isEmpty() && batch.size() < MAX_FRAMES && size < MAX_CHARACTERS) {
            var push = waiting.removeFirst();
            size += push.frame().length();
            batch.add(push);
        }
        characters -= size;
        return batch;
    }

    private static Collection<String> recipients(List<Push> batch) {
        if (batch.size() == 1) {
            return batch.get(0).userIds();
        }
        var all = new LinkedHashSet<String>();
        batch.forEach(push -> all.addAll(push.userIds()));
        return all;
    }

    /** Under the lock, so that events leave in the order of their frames. */
    private synchronized void publish(List<Push> batch, @Nullable Map<String, Set<String>> found) {
        lookingUp = false;
        if (!sender.isConnected()) {
            lose(batch);
        } else if (found == null) {
            metrics.broadcast(batch.size());
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
                metrics.remote();
                byReplica.computeIfAbsent(replica, id -> new ArrayList<>()).add(to(some, push));
            });
        }
        return byReplica;
    }

    private static Push to(List<String> userIds, Push push) {
        return new Push(
                userIds, push.exceptConnectionId(), push.conversationId(), push.seq(), push.since(), push.frame());
    }

    private void send(String routingKey, DeliveryEvent event) {
        var number = ++sent;
        unconfirmed.put(number, event);
        sender.send(routingKey, event, confirmed -> settled(number, confirmed));
    }

    private void settled(long number, boolean confirmed) {
        synchronized (this) {
            var event = unconfirmed.remove(number);
            if (event != null && !confirmed) {
                lose(event);
            }
        }
        if (confirmed) {
            publishNext();
        }
    }

    private void lose(DeliveryEvent event) {
        if (event instanceof FramesPushed pushed) {
            lose(pushed.pushes());
        } else if (event instanceof FramesMissed again) {
            missed.putBack(again);
        }
    }

    private void lose(Collection<Push> pushes) {
        pushes.forEach(push -> missed.add(push.userIds()));
        metrics.missed(pushes.size());
    }

    void changed(@Observes BrokerState state) {
        if (state == BrokerState.LOST) {
            lost();
        } else {
            publishNext();
        }
    }

    private synchronized void lost() {
        unconfirmed.values().forEach(this::lose);
        unconfirmed.clear();
        lose(waiting);
        waiting.clear();
        characters = 0;
    }
}
