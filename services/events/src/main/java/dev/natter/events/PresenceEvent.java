package dev.natter.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of presence and of what it depends on, published by one replica of chat to all, itself included. Each replica
 * notifies its own connections.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = PresenceEvent.Unrecognised.class)
@JsonSubTypes({
    @JsonSubTypes.Type(name = "presence.changed", value = PresenceEvent.PresenceChanged.class),
    @JsonSubTypes.Type(name = "members.changed", value = PresenceEvent.MembersChanged.class),
    @JsonSubTypes.Type(name = "profile.changed", value = PresenceEvent.ProfileChanged.class),
})
public sealed interface PresenceEvent {

    /** The fanout exchange; each replica has an exclusive queue. */
    String EXCHANGE = "presence-fanout";

    /** The publishing replica. */
    String replicaId();

    /**
     * A user came online or went offline.
     *
     * @param version orders the changes of one user: a change with a lower version than one already seen is out of
     *     date
     * @param conversationIds some of the user's conversations; several events if there are more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PresenceChanged(
            String replicaId,
            String userId,
            boolean online,
            @Nullable Instant lastSeenAt,
            long version,
            List<String> conversationIds)
            implements PresenceEvent {
        public PresenceChanged {
            conversationIds = List.copyOf(conversationIds);
        }
    }

    /** A conversation is new, or its members have changed: members see each other's presence. */
    record MembersChanged(String replicaId, String conversationId, List<String> added, List<String> removed)
            implements PresenceEvent {
        public MembersChanged {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    /** The profile, settings or blocks that are stored of a user have changed: what is cached of them is out of date. */
    record ProfileChanged(String replicaId, String userId) implements PresenceEvent {}

    /** A type this build does not know yet: acknowledged and counted, never dead-lettered. */
    record Unrecognised() implements PresenceEvent {
        @Override
        public String replicaId() {
            return "";
        }
    }
}
