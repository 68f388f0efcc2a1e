package dev.natter.chat.typing;

import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Another member is typing, or no longer. {@code true} ends six seconds after it came unless it is repeated, or with the
 * member's message. The server then sends {@code false}; a client counts for itself too, in case the server is killed.
 */
@RegisterForReflection
public record TypingFrame(String conversationId, String userId, boolean typing) implements ServerFrame {
    @Override
    public String type() {
        return "typing";
    }
}
