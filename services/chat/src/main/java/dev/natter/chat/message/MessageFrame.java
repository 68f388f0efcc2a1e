package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A member has sent a message. */
@RegisterForReflection
public record MessageFrame(MessageView message) implements ServerFrame {
    @Override
    public String type() {
        return "message";
    }
}
