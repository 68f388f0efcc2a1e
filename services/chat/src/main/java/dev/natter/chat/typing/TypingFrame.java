package dev.natter.chat.typing;

import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Another member is writing, or not any more. {@code true} dies six seconds after it came unless it is repeated: the server
 * then says {@code false}, and a client counts for itself too, because a server that is killed says nothing. A message of
 * his ends it as well.
 */
@RegisterForReflection
public record TypingFrame(String conversationId, String userId, boolean typing) implements ServerFrame {
    @Override
    public String type() {
        return "typing";
    }
}
