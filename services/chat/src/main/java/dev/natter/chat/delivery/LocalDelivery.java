package dev.natter.chat.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Delivers frames to the connections of this replica. Never waits. */
@ApplicationScoped
public class LocalDelivery {

    private static final int RESYNC_STEPS = 50;

    private final Connections connections;
    private final ReorderBuffer reorderBuffer;
    private final DeliveryMetrics metrics;
    private final Clock clock;
    private final Timers timers;
    private final FrameEncoder encoder;
    private final String resync;
    private final Duration resyncSpread;

    LocalDelivery(
            Connections connections,
            ReorderBuffer reorderBuffer,
            FrameEncoder encoder,
            DeliveryMetrics metrics,
            Clock clock,
            Timers timers,
            DeliveryConfig config) {
        this.connections = connections;
        this.reorderBuffer = reorderBuffer;
        this.encoder = encoder;
        this.metrics = metrics;
        this.clock = clock;
        this.timers = timers;
        this.resync = encoder.encode(new ResyncFrame()).text();
        this.resyncSpread = config.resyncSpread();
    }

    /** Delivers the frame to all connections of these users but the excepted one, in its turn in the conversation. */
    public void deliver(Collection<String> userIds, EncodedFrame frame, @Nullable String exceptConnectionId) {
        reorderBuffer.pass(frame, () -> send(userIds, frame, exceptConnectionId));
    }

    /** The same, and the excepted connection gets its answer in the same turn. */
    void deliver(Collection<String> userIds, EncodedFrame frame, String exceptConnectionId, EncodedFrame answer) {
        reorderBuffer.pass(frame, () -> {
            send(userIds, frame, exceptConnectionId);
            var origin = connections.find(exceptConnectionId);
            if (origin != null) {
                origin.send(answer.text());
            }
        });
    }

    /** Delivers the frame to all connections of these users to this replica, and to no other replica. */
    public void push(Collection<String> userIds, ServerFrame frame) {
        if (!userIds.isEmpty()) {
            deliver(userIds, encoder.encode(frame), null);
        }
    }

    /** Sends the frame to one connection, in its turn in the conversation if it has a place in one. */
    public void answer(ClientConnection connection, ServerFrame frame) {
        var encoded = encoder.encode(frame);
        reorderBuffer.pass(encoded, () -> connection.send(encoded.text()));
    }

    /** Tells these users' connections to fetch what they lack. */
    public void resync(Collection<String> userIds) {
        for (var userId : userIds) {
            connections.of(userId).forEach(connection -> connection.send(resync));
        }
    }

    /** Tells all connections to fetch what they lack, spread over time so that they do not all fetch at once. */
    public void resyncAll() {
        var steps = new TreeMap<Integer, List<ClientConnection>>();
        for (var connection : connections.all()) {
            var step = Math.floorMod(connection.id().hashCode(), RESYNC_STEPS);
            steps.computeIfAbsent(step, at -> new ArrayList<>()).add(connection);
        }
        steps.forEach((step, some) -> timers.after(
                resyncSpread.multipliedBy(step).dividedBy(RESYNC_STEPS),
                () -> some.forEach(connection -> connection.send(resync))));
    }

    private void send(Collection<String> userIds, EncodedFrame frame, @Nullable String exceptConnectionId) {
        var text = frame.text();
        for (var userId : userIds) {
            for (var connection : connections.of(userId)) {
                if (!connection.id().equals(exceptConnectionId)) {
                    connection.send(text);
                }
            }
        }
        if (frame.since() > 0) {
            metrics.delivered(clock.millis() - frame.since());
        }
    }
}
