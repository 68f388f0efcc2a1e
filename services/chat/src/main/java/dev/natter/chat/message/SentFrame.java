package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.delivery.SequencedFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** To the connection that sent it: the message is stored, and this is it. */
@RegisterForReflection
public record SentFrame(MessageView message) implements SequencedFrame {
    @Override
    public String type() {
        return "sent";
    }

    @Override
    public String orderedIn() {
        return message.conversationId();
    }

    @Override
    public long orderedAt() {
        return message.seq();
    }
}
