package dev.natter.chat.message;

import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.Conversation.Kind;
import dev.natter.chat.conversation.Conversation.Role;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.log.MessageChange.MessageDeleted;
import dev.natter.chat.log.MessageChange.MessageEdited;
import dev.natter.chat.log.MessageChange.MessageReacted;
import dev.natter.chat.log.MessageChanges;
import dev.natter.chat.log.MessageChanges.Change;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Edits, deletes and reacts to messages. Each change is appended to the log once; what changes nothing appends nothing. Fails
 * with 404 for a conversation that is not the user's and for a message that is not in it, and as each method says.
 */
@ApplicationScoped
class ChangeMessage {

    private final ConversationAccess access;
    private final MessageChanges changes;
    private final MessageLimits limits;
    private final Clock clock;

    ChangeMessage(ConversationAccess access, MessageChanges changes, MessageLimits limits, Clock clock) {
        this.access = access;
        this.changes = changes;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Replaces the text of an own message; the message as it is then. 400 for a text that could not be sent, 403 for a message
     * of another user, 422 for a deleted one and for one that is too old.
     */
    Uni<MessageView> edit(String conversationId, String messageId, String userId, @Nullable String typed) {
        return change(conversationId, messageId, userId, conversation -> {
            // First of all, and again when it is known whether the message has an attachment.
            MessageText.of(typed, true, limits.maxTextLength());
            return message -> edit(conversation, message, userId, typed);
        });
    }

    private @Nullable Change edit(
            Conversation conversation, MessageView message, String userId, @Nullable String typed) {
        if (!message.senderId().equals(userId)) {
            throw ApiException.forbidden(ErrorCode.FORBIDDEN, "Only the sender can edit a message.");
        }
        requirePresent(message);
        if (clock.instant().isAfter(message.sentAt().plus(limits.editWindow()))) {
            throw ApiException.unprocessable(ErrorCode.TOO_LATE, "The message is too old to be edited.");
        }
        var text = MessageText.of(typed, message.attachment() != null, limits.maxTextLength());
        return Objects.equals(text, message.text())
                ? null
                : header -> new MessageEdited(header, message.id(), text, Mentions.in(text, conversation));
    }

    /** Deletes a message for everyone: an own one, and in a group an admin any. 403 for any other. */
    Uni<Void> delete(String conversationId, String messageId, String userId) {
        return change(
                        conversationId,
                        messageId,
                        userId,
                        conversation -> message -> delete(conversation, message, userId))
                .replaceWithVoid();
    }

    private static @Nullable Change delete(Conversation conversation, MessageView message, String userId) {
        if (!message.senderId().equals(userId) && !isAdmin(conversation, userId)) {
            throw ApiException.forbidden(
                    ErrorCode.FORBIDDEN, "Only its sender, and in a group its admins, can delete a message.");
        }
        return message.deletedAt() != null ? null : header -> new MessageDeleted(header, message.id());
    }

    private static boolean isAdmin(Conversation conversation, String userId) {
        return conversation.kind() == Kind.GROUP && conversation.roleOf(userId) != Role.MEMBER;
    }

    /**
     * Adds the user's reaction with this emoji, or takes it back. 422 for what is no emoji, for a deleted message, and for one
     * with too many kinds of reactions.
     */
    Uni<Void> react(String conversationId, String messageId, String userId, String emoji, boolean added) {
        return change(conversationId, messageId, userId, conversation -> {
                    Emoji.require(emoji);
                    return message -> react(message, userId, emoji, added);
                })
                .replaceWithVoid();
    }

    private @Nullable Change react(MessageView message, String userId, String emoji, boolean added) {
        requirePresent(message);
        var known = message.reactions().stream()
                .filter(reaction -> reaction.emoji().equals(emoji))
                .findFirst();
        var hasReacted =
                known.filter(reaction -> reaction.userIds().contains(userId)).isPresent();
        if (hasReacted == added) {
            return null;
        }
        if (known.isEmpty() && message.reactions().size() >= limits.maxReactions()) {
            throw ApiException.unprocessable(
                    ErrorCode.TOO_MANY_REACTIONS,
                    "A message has at most %d different reactions.".formatted(limits.maxReactions()));
        }
        return header -> new MessageReacted(header, message.id(), emoji, added);
    }

    private Uni<MessageView> change(
            String conversationId,
            String messageId,
            String userId,
            Function<Conversation, Function<MessageView, @Nullable Change>> decide) {
        return access.open(conversationId, userId)
                .chain(conversation -> changes.append(conversation, messageId, userId, decide.apply(conversation)));
    }

    private static void requirePresent(MessageView message) {
        if (message.deletedAt() != null) {
            throw ApiException.unprocessable(ErrorCode.MESSAGE_DELETED, "The message is deleted.");
        }
    }
}
