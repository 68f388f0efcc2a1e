package dev.natter.chat.delivery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A frame that has a place in its conversation. Each connection gets the frames of a conversation in the order of their
 * {@code seq} whenever the server can tell: one that comes too early is held back for a moment, though not for ever.
 */
@RegisterForReflection
public interface SequencedFrame extends ServerFrame {

    /** The conversation in which it has its place. */
    @JsonIgnore
    String orderedIn();

    /** Its place, counted up from 1; a place may stay empty for good. */
    @JsonIgnore
    long orderedAt();

    /** When what it tells of came into being, in milliseconds since 1970; 0 when its way to the sockets is not timed. */
    @JsonIgnore
    default long timedFrom() {
        return 0;
    }
}
