package dev.natter.chat.message;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A message is stored.
 *
 * @param type {@code sent} to the connection that sent it, {@code message} to all others
 */
@RegisterForReflection
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = "type")
public record MessageFrame(String type, MessageView message) implements ServerFrame {

    private static final String MESSAGE = "message";

    public static MessageFrame message(MessageView message) {
        return new MessageFrame(MESSAGE, message);
    }

    public static MessageFrame sent(MessageView message) {
        return new MessageFrame("sent", message);
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
        return type.equals(MESSAGE) ? message.sentAt().toEpochMilli() : 0;
    }
}
