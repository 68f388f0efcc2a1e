package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;

/**
 * The outcome of a send: the message is stored, once.
 *
 * @param isNew false when the sender had sent it before; then this is the first one, whatever the repeat says
 */
public record SendOutcome(MessageView message, boolean isNew) {}
