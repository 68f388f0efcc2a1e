package dev.natter.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of an account or session. Delivered at least once and possibly out of order; a consumer keeps the highest
 * {@code version} of a profile and ignores older ones.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = UserEvent.Unrecognised.class)
@JsonSubTypes({
    @JsonSubTypes.Type(name = "user.registered", value = UserEvent.Registered.class),
    @JsonSubTypes.Type(name = "user.changed", value = UserEvent.Changed.class),
    @JsonSubTypes.Type(name = "user.renamed", value = UserEvent.Renamed.class),
    @JsonSubTypes.Type(name = "user.deleted", value = UserEvent.Deleted.class),
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
     * A profile, settings or blocks have changed. Carries all of them, so that a consumer that missed earlier events is right
     * too.
     *
     * @param about null if there is none
     * @param avatar the version of the photo; null if there is none
     * @param blocked the users whom this user has blocked, at most 500
     * @param missedMailTo where mails about missed messages go; null when the user wants none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Changed(
            String eventId,
            Instant occurredAt,
            String userId,
            String name,
            @Nullable String about,
            @Nullable String avatar,
            Settings settings,
            List<String> blocked,
            @Nullable MissedMailTo missedMailTo,
            Instant createdAt,
            long version)
            implements UserEvent {
        public Changed {
            blocked = blocked == null ? List.of() : List.copyOf(blocked);
        }

        @Override
        public String routingKey() {
            return "user.changed";
        }
    }

    /**
     * What a user lets others see, and whether mails report missed messages.
     *
     * @param missedMail {@code off} or {@code hourly}
     */
    record Settings(boolean readReceipts, boolean lastSeen, String missedMail) {

        /** The settings of a user who has changed none. */
        public static final Settings DEFAULT = new Settings(true, true, "off");
    }

    /**
     * Where mails about missed messages go.
     *
     * @param address one addr-spec (RFC 5321), normalised
     * @param unsubscribeToken switches these mails off, without sign-in
     */
    record MissedMailTo(String address, String unsubscribeToken) {

        /** Omits both: neither may reach a log. */
        @Override
        public String toString() {
            return "MissedMailTo[…]";
        }
    }

    /** A user has a new name: what an earlier release publishes in place of {@link Changed}. */
    record Renamed(String eventId, Instant occurredAt, String userId, String name, Instant createdAt, long version)
            implements UserEvent {
        @Override
        public String routingKey() {
            return "user.renamed";
        }
    }

    /** An account was deleted, and its sessions end. No later version of this user follows. */
    record Deleted(String eventId, Instant occurredAt, String userId, Instant createdAt, long version)
            implements UserEvent {
        @Override
        public String routingKey() {
            return "user.deleted";
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
