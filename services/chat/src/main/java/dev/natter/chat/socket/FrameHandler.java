package dev.natter.chat.socket;

import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.delivery.ServerFrame;
import dev.natter.chat.message.SendMessage;
import dev.natter.chat.message.SendMessageCommand;
import dev.natter.chat.receipt.MarkRead;
import dev.natter.chat.receipt.MarkReadCommand;
import dev.natter.chat.socket.ClientFrame.Authenticate;
import dev.natter.chat.socket.ClientFrame.Read;
import dev.natter.chat.socket.ClientFrame.Send;
import dev.natter.chat.socket.ClientFrame.Typing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands each frame to the use case it names. Whose frame it is, the session says, and nothing in the frame. */
@ApplicationScoped
class FrameHandler {

    private final SendMessage sendMessage;
    private final MarkRead markRead;
    private final ConversationAccess conversations;
    private final Delivery delivery;
    private final Reauthenticate reauthenticate;

    FrameHandler(
            SendMessage sendMessage,
            MarkRead markRead,
            ConversationAccess conversations,
            Delivery delivery,
            Reauthenticate reauthenticate) {
        this.sendMessage = sendMessage;
        this.markRead = markRead;
        this.conversations = conversations;
        this.delivery = delivery;
        this.reauthenticate = reauthenticate;
    }

    /**
     * The answer to a frame of {@code size} characters; null when it has none. To be subscribed in the order in which the
     * frames came.
     */
    Uni<ServerFrame> handle(Session session, ClientFrame frame, int size) {
        if (frame instanceof Send send) {
            return session.gate().pass(size, () -> send(session, send));
        }
        if (frame instanceof Read read) {
            return session.gate().pass(size, () -> read(session, read));
        }
        if (frame instanceof Typing typing) {
            return session.gate().pass(size, () -> type(session, typing));
        }
        if (frame instanceof Authenticate authenticate) {
            return reauthenticate.handle(session, authenticate.accessToken()).map(answer -> answer);
        }
        throw new IllegalStateException("no branch for " + frame.getClass());
    }

    private Uni<ServerFrame> send(Session session, Send send) {
        return sendMessage
                .handle(new SendMessageCommand(
                        send.conversationId(),
                        session.userId(),
                        send.clientMessageId(),
                        send.text(),
                        send.imageId(),
                        session.connection().id()))
                .map(outcome -> new SentFrame(outcome.message()));
    }

    private Uni<ServerFrame> read(Session session, Read read) {
        return markRead.handle(new MarkReadCommand(read.conversationId(), session.userId(), read.seq()))
                .replaceWith(() -> null);
    }

    private Uni<ServerFrame> type(Session session, Typing typing) {
        return conversations
                .open(typing.conversationId(), session.userId())
                .chain(conversation -> tellOthers(conversation, session.userId(), typing.typing()))
                .replaceWith(() -> null);
    }

    private Uni<Void> tellOthers(Conversation conversation, String userId, boolean typing) {
        var others = conversation.memberIds().stream()
                .filter(member -> !member.equals(userId))
                .toList();
        return delivery.deliver(others, new TypingFrame(conversation.id(), userId, typing), null);
    }
}
