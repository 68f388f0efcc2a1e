package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;

/** How a send ended well; either way the message is stored, once. */
public sealed interface SendOutcome {

    /** The one stored message. */
    MessageView message();

    /** It is new: stored now and on its way to the others. */
    record Stored(MessageView message) implements SendOutcome {}

    /** The sender had sent it before; this is the first one, whatever the repetition says. Nobody is told again. */
    record AlreadyStored(MessageView message) implements SendOutcome {}
}
