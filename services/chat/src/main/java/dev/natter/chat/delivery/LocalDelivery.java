package dev.natter.chat.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.chat.delivery.ServerFrame.ResyncFrame;
import dev.natter.events.DeliveryEvent.Push;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Encodes frames and delivers them to the connections of this replica. Never waits. */
@ApplicationScoped
public class LocalDelivery {

    private static final int RESYNC_STEPS = 50;

    private final Connections connections;
    private final ReorderBuffer reorderBuffer;
    private final LatestVersions latestVersions;
    private final ObjectMapper json;
    private final DeliveryMetrics metrics;
    private final Clock clock;
    private final Timers timers;
    private final Duration resyncSpread;

    LocalDelivery(
            Connections connections,
            ReorderBuffer reorderBuffer,
            LatestVersions latestVersions,
            ObjectMapper json,
            DeliveryMetrics metrics,
            Clock clock,
            Timers timers,
            DeliveryConfig config) {
        this.connections = connections;
        this.reorderBuffer = reorderBuffer;
        this.latestVersions = latestVersions;
        this.json = json;
        this.metrics = metrics;
        this.clock = clock;
        this.timers = timers;
        this.resyncSpread = config.resyncSpread();
    }

    public String encode(ServerFrame frame) {
        try {
            return json.writeValueAsString(frame);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot encode " + frame.getClass(), failure);
        }
    }

    /** The frame for all connections of these users but the excepted one. */
    public Push encode(Collection<String> userIds, ServerFrame frame, @Nullable String exceptConnectionId) {
        var conversationId = frame.orderedIn();
        var since = frame.timedFrom();
        return new Push(
                List.copyOf(userIds),
                exceptConnectionId,
                conversationId,
                conversationId == null ? null : frame.orderedAt(),
                since > 0 ? since : null,
                frame.versionOf(),
                frame.changesGroup() ? true : null,
                encode(frame));
    }

    /** Delivers in the frame's turn in the conversation; not at all if a later version of its subject was delivered before. */
    public void deliver(Push push) {
        inTurn(push, () -> send(push));
    }

    private void inTurn(Push push, Runnable delivery) {
        if (push.version() != null) {
            latestVersions.pass(push.version(), delivery);
        } else {
            reorderBuffer.pass(push.conversationId(), push.seq(), delivery);
        }
    }

    /** The same, and the excepted connection gets the reply in the same turn. */
    public void deliver(Push push, ServerFrame reply) {
        inTurn(push, () -> {
            send(push);
            var origin = push.exceptConnectionId() == null ? null : connections.find(push.exceptConnectionId());
            if (origin != null) {
                origin.send(encode(reply));
            }
        });
    }

    /** Delivers the frame to all connections of these users to this replica, and to no other replica. */
    public void deliver(Collection<String> userIds, ServerFrame frame) {
        if (!userIds.isEmpty()) {
            deliver(encode(userIds, frame, null));
        }
    }

    /** Sends the frame to one connection, in its turn in the conversation if it has one. */
    public void reply(ClientConnection connection, ServerFrame frame) {
        var push = encode(List.of(), frame, null);
        inTurn(push, () -> connection.send(push.frame()));
    }

    /** Tells these users' connections to fetch what they lack. */
    public void resync(Collection<String> userIds) {
        deliver(userIds, new ResyncFrame());
    }

    /** Tells all connections to fetch what they lack, spread over time so that they do not all fetch at once. */
    public void resyncAll() {
        var resync = encode(new ResyncFrame());
        var steps = connections.all().stream()
                .collect(Collectors.groupingBy(each -> Math.floorMod(each.id().hashCode(), RESYNC_STEPS)));
        steps.forEach((step, some) -> timers.after(
                resyncSpread.multipliedBy(step).dividedBy(RESYNC_STEPS),
                () -> some.forEach(connection -> connection.send(resync))));
    }

    private void send(Push push) {
        for (var userId : push.userIds()) {
            for (var connection : connections.of(userId)) {
                if (!connection.id().equals(push.exceptConnectionId())) {
                    connection.send(push.frame());
                }
            }
        }
        if (push.since() != null) {
            metrics.delivered(clock.millis() - push.since());
        }
    }
}
