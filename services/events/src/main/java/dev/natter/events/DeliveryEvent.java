package dev.natter.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one replica of chat sends to exactly one other, whose id is the routing key. Best effort: the store is the truth. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = DeliveryEvent.Unrecognised.class)
@JsonSubTypes({
    @JsonSubTypes.Type(name = "frames.pushed", value = DeliveryEvent.FramesPushed.class),
    @JsonSubTypes.Type(name = "frames.missed", value = DeliveryEvent.FramesMissed.class),
    @JsonSubTypes.Type(name = "moves.heard", value = DeliveryEvent.MovesHeard.class),
    @JsonSubTypes.Type(name = "replica.welcomed", value = DeliveryEvent.ReplicaWelcomed.class),
})
public sealed interface DeliveryEvent {

    /** The direct exchange that these travel on, one exclusive queue a replica, bound with the replica's id. */
    String EXCHANGE = "chat-delivery";

    /** Frames for connections of the addressed replica, in the order they are to be delivered. */
    record FramesPushed(String replicaId, List<Push> pushes) implements DeliveryEvent {
        public FramesPushed {
            pushes = List.copyOf(pushes);
        }
    }

    /**
     * One frame for every connection of some people.
     *
     * @param exceptConnectionId the connection that already got an answer of its own
     * @param conversationId the conversation whose {@code seq} orders the frame, when one does
     * @param seq the frame's place in that conversation
     * @param since when what the frame tells of came into being, in milliseconds since 1970, when its way is timed
     * @param frame the encoded frame, as it goes to the client
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Push(
            List<String> userIds,
            @Nullable String exceptConnectionId,
            @Nullable String conversationId,
            @Nullable Long seq,
            @Nullable Long since,
            String frame) {
        public Push {
            userIds = List.copyOf(userIds);
        }

        /** Leaves the frame out: what people write must not reach a log. */
        @Override
        public String toString() {
            return "Push[users=%d, conversationId=%s, seq=%s]".formatted(userIds.size(), conversationId, seq);
        }
    }

    /**
     * Frames for these people could not be sent while the broker was away: they are to fetch what they lack.
     *
     * @param everyone whether everybody connected to the addressed replica is meant, because too many were
     */
    record FramesMissed(String replicaId, boolean everyone, List<String> userIds) implements DeliveryEvent {
        public FramesMissed {
            userIds = List.copyOf(userIds);
        }
    }

    /** The sender knows all moves of the addressed replica up to this number, and routes by them. */
    record MovesHeard(String replicaId, long number) implements DeliveryEvent {}

    /**
     * The sender has noticed that the addressed replica joined, and will from now on wait for it.
     *
     * @param number of the sender's latest move
     * @param written whether a snapshot of the leases taken from now on holds everybody who came up to that move and is
     *     still there; if not, ask again
     */
    record ReplicaWelcomed(String replicaId, long number, boolean written) implements DeliveryEvent {}

    /** A type this build does not know yet: acknowledged and counted, never dead-lettered. */
    record Unrecognised() implements DeliveryEvent {}
}
