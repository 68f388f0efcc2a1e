package dev.natter.chat.socket;

import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Another member is writing, or not any more; true dies after six seconds unless repeated. */
@RegisterForReflection
record TypingFrame(String conversationId, String userId, boolean typing) implements ServerFrame {
    @Override
    public String type() {
        return "typing";
    }
}
