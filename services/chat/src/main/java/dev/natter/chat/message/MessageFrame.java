package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.delivery.SequencedFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A member has sent a message. */
@RegisterForReflection
public record MessageFrame(MessageView message) implements SequencedFrame {
    @Override
    public String type() {
        return "message";
    }

    @Override
    public String orderedIn() {
        return message.conversationId();
    }

    @Override
    public long orderedAt() {
        return message.seq();
    }

    @Override
    public long timedFrom() {
        return message.sentAt().toEpochMilli();
    }
}
