package dev.natter.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one replica of chat tells every replica, itself among them, about presence. Each replica tells its own connections. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = PresenceEvent.Unrecognised.class)
@JsonSubTypes({
    @JsonSubTypes.Type(name = "presence.changed", value = PresenceEvent.PresenceChanged.class),
    @JsonSubTypes.Type(name = "members.changed", value = PresenceEvent.MembersChanged.class),
})
public sealed interface PresenceEvent {

    /** The fanout exchange that these travel on, one exclusive queue a replica. */
    String EXCHANGE = "presence-fanout";

    /** The replica that tells it. */
    String replicaId();

    /**
     * A user came online, or went offline. Of interest to those who share one of the conversations.
     *
     * @param version orders the changes of one user: a change with a lower version than one already seen is out of date
     * @param conversationIds some of the user's conversations; a user in very many is told in several events
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

    /** A conversation is new, or its members have changed: their presence is each other's business, or no longer. */
    record MembersChanged(String replicaId, String conversationId, List<String> added, List<String> removed)
            implements PresenceEvent {
        public MembersChanged {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    /** A type this build does not know yet: acknowledged and counted, never dead-lettered. */
    record Unrecognised() implements PresenceEvent {
        @Override
        public String replicaId() {
            return "";
        }
    }
}
