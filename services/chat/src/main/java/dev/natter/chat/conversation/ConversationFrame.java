package dev.natter.chat.conversation;

import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A conversation is new, or has changed; shown as the receiver sees it. */
@RegisterForReflection
public record ConversationFrame(ConversationView conversation) implements ServerFrame {
    @Override
    public String type() {
        return "conversation";
    }
}
