package dev.natter.chat.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A frame from server to client. Its JSON is one object with {@code type} first and the record's components after it.
 *
 * <p>Features define their own frames as records beside what they tell of, and register them for reflection
 * ({@code @RegisterForReflection}) like this interface: Quarkus does so by itself only for bodies of REST resources.
 */
@RegisterForReflection
@JsonPropertyOrder("type")
public interface ServerFrame {
    /** The frame's name on the wire; never changes once released. */
    @JsonProperty("type")
    String type();
}
