package dev.natter.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * An event of an account or session. Delivered at least once and possibly out of order; a consumer keeps the highest
 * {@code version} of a profile and ignores older ones.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = UserEvent.Unrecognised.class)
@JsonSubTypes({
    @JsonSubTypes.Type(name = "user.registered", value = UserEvent.Registered.class),
    @JsonSubTypes.Type(name = "user.renamed", value = UserEvent.Renamed.class),
    @JsonSubTypes.Type(name = "session.ended", value = UserEvent.SessionEnded.class),
})
public sealed interface UserEvent {

    /** The routing key on {@link Topology#USER_EVENTS}, equal to {@code type} in the body. */
    @JsonIgnore
    String routingKey();

    /**
     * An account was created.
     *
     * @param version of the profile; starts at 1 and increases with every change
     */
    record Registered(String eventId, Instant occurredAt, String userId, String name, Instant createdAt, long version)
            implements UserEvent {
        @Override
        public String routingKey() {
            return "user.registered";
        }
    }

    /**
     * A user has a new name. Carries the whole profile, so that a consumer that missed the registration is right too.
     */
    record Renamed(String eventId, Instant occurredAt, String userId, String name, Instant createdAt, long version)
            implements UserEvent {
        @Override
        public String routingKey() {
            return "user.renamed";
        }
    }

    /** A session has ended: close its sockets, and reject its access tokens. */
    record SessionEnded(String eventId, Instant occurredAt, String userId, String sessionId) implements UserEvent {
        @Override
        public String routingKey() {
            return "session.ended";
        }
    }

    /** A type this build does not know yet: acknowledged and counted, never dead-lettered. */
    record Unrecognised() implements UserEvent {
        @Override
        public String routingKey() {
            return "unrecognised";
        }
    }
}
