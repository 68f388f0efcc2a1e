package dev.natter.chat.delivery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.natter.events.DeliveryEvent.Version;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A frame from server to client: one JSON object with {@code type} first and the record's components after it. Features
 * define their own as records that are registered for reflection and named by {@code @JsonTypeName}.
 */
@RegisterForReflection
@JsonPropertyOrder("type")
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public interface ServerFrame {
    /**
     * The conversation in which the frame has a place, null for none. Each connection gets the frames of a conversation in
     * the order of their {@code seq}; one that comes too early waits for a moment.
     */
    @JsonIgnore
    default @Nullable String orderedIn() {
        return null;
    }

    @JsonIgnore
    default long orderedAt() {
        return 0;
    }

    /** Whether the members of its conversation, their roles or its title are others from here on. */
    @JsonIgnore
    default boolean changesGroup() {
        return false;
    }

    /**
     * What the frame states the latest version of, null for nothing. A connection that has got a later version does not get
     * this one.
     */
    @JsonIgnore
    default @Nullable Version versionOf() {
        return null;
    }

    /** When its way to the sockets began, in milliseconds since 1970; 0 when it is not timed. */
    @JsonIgnore
    default long timedFrom() {
        return 0;
    }

    /** Fetch what you lack: frames may have been missed. */
    @RegisterForReflection
    @JsonTypeName("resync")
    record ResyncFrame() implements ServerFrame {}
}
