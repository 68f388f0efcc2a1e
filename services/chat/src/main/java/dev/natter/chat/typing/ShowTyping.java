package dev.natter.chat.typing;

import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.delivery.Connections;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Shows the other members of a conversation that somebody writes. It ends by itself six seconds after it was said last, and
 * at once when he says so, sends his message, turns to another conversation or is gone. What is repeated within a moment is
 * kept in mind and not passed on, and needs no look at the store.
 *
 * <p>Refuses with 404 when the conversation is not the user's.
 */
@ApplicationScoped
public class ShowTyping {

    private final ConversationAccess access;
    private final Connections connections;
    private final TypingTracker tracker;

    ShowTyping(ConversationAccess access, Connections connections, TypingTracker tracker) {
        this.access = access;
        this.connections = connections;
        this.tracker = tracker;
    }

    /** Completes once the others are being told, if there is anything to tell. */
    public Uni<Void> handle(TypingCommand command) {
        if (command.typing() && tracker.refresh(command.connectionId(), command.conversationId())) {
            return Uni.createFrom().voidItem();
        }
        return command.typing() ? start(command) : end(command);
    }

    private Uni<Void> start(TypingCommand command) {
        var number = tracker.announce(command.connectionId());
        return access.others(command.conversationId(), command.userId())
                .invoke(others -> {
                    tracker.start(number, command, others);
                    goneMeanwhile(command.connectionId());
                })
                .onTermination()
                .invoke(() -> tracker.withdraw(command.connectionId(), number))
                .replaceWithVoid();
    }

    /** At once, so that it cannot come before the beginning that it ends; strangers have nothing to end. */
    private Uni<Void> end(TypingCommand command) {
        tracker.stop(command.connectionId(), command.conversationId());
        return access.others(command.conversationId(), command.userId()).replaceWithVoid();
    }

    private void goneMeanwhile(String connectionId) {
        if (connections.find(connectionId) == null) {
            gone(connectionId);
        }
    }

    /** His message is on its way, so that he does not write any more. */
    public void stop(String conversationId, String connectionId) {
        tracker.stop(connectionId, conversationId);
    }

    /** The connection is closed. */
    public void gone(String connectionId) {
        tracker.stop(connectionId, null);
    }
}
