package dev.natter.chat.socket;

import dev.natter.chat.delivery.ServerFrame;
import dev.natter.chat.message.SendMessage;
import dev.natter.chat.message.SendMessageCommand;
import dev.natter.chat.message.SendOutcome;
import dev.natter.chat.message.SentFrame;
import dev.natter.chat.receipt.MarkDelivered;
import dev.natter.chat.receipt.MarkDeliveredCommand;
import dev.natter.chat.receipt.MarkRead;
import dev.natter.chat.receipt.MarkReadCommand;
import dev.natter.chat.socket.ClientFrame.Authenticate;
import dev.natter.chat.socket.ClientFrame.Delivered;
import dev.natter.chat.socket.ClientFrame.Read;
import dev.natter.chat.socket.ClientFrame.Send;
import dev.natter.chat.socket.ClientFrame.Typing;
import dev.natter.chat.typing.ShowTyping;
import dev.natter.chat.typing.TypingCommand;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands each frame to the use case it names. Whose frame it is, the session says, and nothing in the frame. */
@ApplicationScoped
class FrameDispatcher {

    private final SendMessage sendMessage;
    private final MarkRead markRead;
    private final MarkDelivered markDelivered;
    private final ShowTyping showTyping;
    private final Reauthenticate reauthenticate;

    FrameDispatcher(
            SendMessage sendMessage,
            MarkRead markRead,
            MarkDelivered markDelivered,
            ShowTyping showTyping,
            Reauthenticate reauthenticate) {
        this.sendMessage = sendMessage;
        this.markRead = markRead;
        this.markDelivered = markDelivered;
        this.showTyping = showTyping;
        this.reauthenticate = reauthenticate;
    }

    /**
     * The answer to a frame of {@code size} characters; null when it has none. To be subscribed in the order in which the
     * frames came.
     */
    Uni<ServerFrame> handle(ConnectionState session, ClientFrame frame, int size) {
        if (frame instanceof Send send) {
            return session.inFlight().pass(size, () -> send(session, send));
        }
        if (frame instanceof Read read) {
            return session.inFlight().pass(size, () -> read(session, read));
        }
        if (frame instanceof Delivered delivered) {
            return session.inFlight().pass(size, () -> delivered(session, delivered));
        }
        if (frame instanceof Typing typing) {
            return session.inFlight().pass(size, () -> type(session, typing));
        }
        if (frame instanceof Authenticate authenticate) {
            return reauthenticate.handle(session, authenticate.accessToken()).map(answer -> answer);
        }
        throw new IllegalStateException("no branch for " + frame.getClass());
    }

    /** What is stored now is answered in its turn, together with what the others are told; here only what was before. */
    private Uni<ServerFrame> send(ConnectionState session, Send send) {
        showTyping.stop(send.conversationId(), session.connection().id());
        return sendMessage
                .handle(new SendMessageCommand(
                        send.conversationId(),
                        session.userId(),
                        send.clientMessageId(),
                        send.text(),
                        send.imageId(),
                        session.connection().id()))
                .map(outcome -> outcome instanceof SendOutcome.AlreadyStored ? new SentFrame(outcome.message()) : null);
    }

    private Uni<ServerFrame> read(ConnectionState session, Read read) {
        return markRead.handle(new MarkReadCommand(read.conversationId(), session.userId(), read.seq()))
                .replaceWith(() -> null);
    }

    private Uni<ServerFrame> delivered(ConnectionState session, Delivered delivered) {
        return markDelivered
                .handle(new MarkDeliveredCommand(delivered.conversationId(), session.userId(), delivered.seq()))
                .replaceWith(() -> null);
    }

    private Uni<ServerFrame> type(ConnectionState session, Typing typing) {
        return showTyping
                .handle(new TypingCommand(
                        typing.conversationId(),
                        session.userId(),
                        session.connection().id(),
                        typing.typing()))
                .replaceWith(() -> null);
    }
}
