package dev.natter.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * What one replica of chat tells every replica, itself among them, about who is connected to it. Each replica numbers its
 * {@link UsersMoved} from 1 without a gap, so that a listener notices when it has missed one.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = PresenceEvent.Unrecognised.class)
@JsonSubTypes({
    @JsonSubTypes.Type(name = "replica.joined", value = PresenceEvent.ReplicaJoined.class),
    @JsonSubTypes.Type(name = "replica.beat", value = PresenceEvent.ReplicaBeat.class),
    @JsonSubTypes.Type(name = "replica.left", value = PresenceEvent.ReplicaLeft.class),
    @JsonSubTypes.Type(name = "users.moved", value = PresenceEvent.UsersMoved.class),
    @JsonSubTypes.Type(name = "users.met", value = PresenceEvent.UsersMet.class),
})
public sealed interface PresenceEvent {

    /** The fanout exchange that these travel on, one exclusive queue a replica. */
    String EXCHANGE = "presence-fanout";

    /** A replica listens from now on, for the first time or after it could not; it wants to be welcomed. */
    record ReplicaJoined(String replicaId) implements PresenceEvent {}

    /**
     * A replica is alive.
     *
     * @param number of its latest {@link UsersMoved}; 0 before the first
     */
    record ReplicaBeat(String replicaId, long number) implements PresenceEvent {}

    /** A replica has stopped, and nobody is connected to it any more. */
    record ReplicaLeft(String replicaId) implements PresenceEvent {}

    /**
     * The first connection of some people to this replica is open; the last one of some others is closed.
     *
     * @param number counts this replica's moves; whoever has heard one answers with {@link DeliveryEvent.MovesHeard}
     */
    record UsersMoved(String replicaId, long number, List<String> came, List<String> went) implements PresenceEvent {
        public UsersMoved {
            came = List.copyOf(came);
            went = List.copyOf(went);
        }
    }

    /** Some people share a new conversation, so that each other's presence is their business from now on. */
    record UsersMet(String replicaId, String conversationId, List<String> memberIds) implements PresenceEvent {
        public UsersMet {
            memberIds = List.copyOf(memberIds);
        }
    }

    /** A type this build does not know yet: acknowledged and counted, never dead-lettered. */
    record Unrecognised() implements PresenceEvent {}
}
