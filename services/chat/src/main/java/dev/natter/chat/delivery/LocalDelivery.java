package dev.natter.chat.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Hands frames to the connections of this replica. */
@ApplicationScoped
class LocalDelivery {

    private final Connections connections;
    private final Sequencer sequencer;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    LocalDelivery(Connections connections, Sequencer sequencer, DeliveryMetrics metrics, Clock clock) {
        this.connections = connections;
        this.sequencer = sequencer;
        this.metrics = metrics;
        this.clock = clock;
    }

    void deliver(Collection<String> userIds, EncodedFrame frame, @Nullable String exceptConnectionId) {
        sequencer.pass(frame, () -> push(userIds, frame, exceptConnectionId));
    }

    /** The same, and the excepted connection gets its answer in the same turn. */
    void deliver(Collection<String> userIds, EncodedFrame frame, String exceptConnectionId, EncodedFrame answer) {
        sequencer.pass(frame, () -> {
            push(userIds, frame, exceptConnectionId);
            var origin = connections.find(exceptConnectionId);
            if (origin != null) {
                origin.send(answer.text());
            }
        });
    }

    /** To one connection, in its turn among the other frames of the conversation. */
    void answer(ClientConnection connection, EncodedFrame frame) {
        sequencer.pass(frame, () -> connection.send(frame.text()));
    }

    private void push(Collection<String> userIds, EncodedFrame frame, @Nullable String exceptConnectionId) {
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
