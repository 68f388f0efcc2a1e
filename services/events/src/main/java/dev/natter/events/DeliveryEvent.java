package dev.natter.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Published by one replica of chat to another, whose id is the routing key, or to all with the routing key {@code all}.
 * Best effort: clients fetch what they miss.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = DeliveryEvent.Unrecognised.class)
@JsonSubTypes({
    @JsonSubTypes.Type(name = "frames.pushed", value = DeliveryEvent.FramesPushed.class),
    @JsonSubTypes.Type(name = "frames.missed", value = DeliveryEvent.FramesMissed.class),
})
public sealed interface DeliveryEvent {

    /** The direct exchange; each replica has an exclusive queue, bound with its id and with {@code all}. */
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
     * @param exceptConnectionId the connection that already got its own reply
     * @param conversationId the conversation whose {@code seq} orders the frame, if any
     * @param seq the number of the frame in that conversation
     * @param since creation time of the frame's subject in milliseconds since 1970, if its latency is measured
     * @param version what the frame states the version of, if it replaces what earlier ones stated
     * @param changesGroup present when the members of the conversation, their roles or its title are others from here on
     * @param frame the encoded frame
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Push(
            List<String> userIds,
            @Nullable String exceptConnectionId,
            @Nullable String conversationId,
            @Nullable Long seq,
            @Nullable Long since,
            @Nullable Version version,
            @Nullable Boolean changesGroup,
            String frame) {
        public Push {
            userIds = List.copyOf(userIds);
        }

        /** The same frame for these users only. */
        public Push to(List<String> some) {
            return new Push(some, exceptConnectionId, conversationId, seq, since, version, changesGroup, frame);
        }

        /** Omits the frame: message texts must not reach a log. */
        @Override
        public String toString() {
            return "Push[users=%d, conversationId=%s, seq=%s]".formatted(userIds.size(), conversationId, seq);
        }
    }

    /** The version of a subject, for instance of a profile. Frames of one subject may overtake each other between replicas. */
    record Version(String subject, long number) {}

    /**
     * Frames for these users could not be published: their connections get {@code resync}.
     *
     * @param everyone whether all users are affected, because there were too many to list
     */
    record FramesMissed(String replicaId, boolean everyone, List<String> userIds) implements DeliveryEvent {
        public FramesMissed {
            userIds = List.copyOf(userIds);
        }
    }

    /** A type this build does not know yet: acknowledged and counted, never dead-lettered. */
    record Unrecognised() implements DeliveryEvent {}
}
