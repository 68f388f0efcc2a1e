package dev.natter.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one replica of chat sends to another, whose id is the routing key, or to all of them with the routing key
 * {@code all}. Best effort: the store is the truth.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = DeliveryEvent.Unrecognised.class)
@JsonSubTypes({
    @JsonSubTypes.Type(name = "frames.pushed", value = DeliveryEvent.FramesPushed.class),
    @JsonSubTypes.Type(name = "frames.missed", value = DeliveryEvent.FramesMissed.class),
})
public sealed interface DeliveryEvent {

    /** The direct exchange that these travel on, one exclusive queue a replica, bound with its id and with {@code all}. */
    String EXCHANGE = "chat-delivery";

    /**
     * Frames for connections of the addressed replicas, in the order they are to be delivered.
     *
     * @param replicaId the sender, which has delivered them to its own connections already
     */
    record FramesPushed(String replicaId, List<Push> pushes) implements DeliveryEvent {
        public FramesPushed {
            pushes = List.copyOf(pushes);
        }
    }

    /**
     * One frame for every connection of some users.
     *
     * @param exceptConnectionId the connection that already got an answer of its own
     * @param conversationId the conversation whose {@code seq} orders the frame, when one does
     * @param seq the frame's place in that conversation
     * @param since when the subject of the frame was created, in milliseconds since 1970, when its latency is measured
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

        /** The same frame for these users only. */
        public Push to(List<String> some) {
            return new Push(some, exceptConnectionId, conversationId, seq, since, frame);
        }

        /** Leaves the frame out: message texts must not reach a log. */
        @Override
        public String toString() {
            return "Push[users=%d, conversationId=%s, seq=%s]".formatted(userIds.size(), conversationId, seq);
        }
    }

    /**
     * Frames for these users could not be published: their connections are told to fetch what they lack.
     *
     * @param everyone whether all users are meant, because too many were
     */
    record FramesMissed(String replicaId, boolean everyone, List<String> userIds) implements DeliveryEvent {
        public FramesMissed {
            userIds = List.copyOf(userIds);
        }
    }

    /** A type this build does not know yet: acknowledged and counted, never dead-lettered. */
    record Unrecognised() implements DeliveryEvent {}
}
