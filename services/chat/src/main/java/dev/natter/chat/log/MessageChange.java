package dev.natter.chat.log;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.natter.chat.conversation.MessageQueries.LogHead;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.MessageView.Reaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change to an earlier message, whose present state is that of all its changes in order. */
@RegisterForReflection
public sealed interface MessageChange extends Entry {

    /** Of the message that it changes. */
    String messageId();

    /** The message is not older than what the member sees; one with an id of an earlier release counts as older. */
    @Override
    default boolean isVisibleTo(String userId, long from) {
        return MessageId.seq(messageId()) >= from && Entry.super.isVisibleTo(userId, from);
    }

    /** The message after this change. A deleted message does not change any more. */
    MessageView applyTo(MessageView message);

    /** A change to an old message does not make its conversation a recent one. */
    @Override
    default LogHead head() {
        return new LogHead(conversationId(), seq(), null, null);
    }

    /**
     * The text of a message was replaced.
     *
     * @param text null when none is left beside the attachment, and once the message is deleted
     */
    @RegisterForReflection
    @Schema(name = "EditedEntry", description = "The text of a message was replaced.")
    record MessageEdited(
            @JsonIgnore @Schema(hidden = true) Header header,
            @Schema(required = true) String messageId,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Null when only the attachment is left, and once the message is deleted.")
            @Nullable String text,

            @Schema(required = true) List<String> mentions)
            implements MessageChange {

        public MessageEdited {
            mentions = List.copyOf(mentions);
        }

        @Override
        @Schema(required = true, enumeration = EDITED)
        public String type() {
            return EDITED;
        }

        @Override
        public MessageView applyTo(MessageView message) {
            return message.deletedAt() == null ? message.edited(text, mentions, at()) : message;
        }

        /** Leaves the text out: what people write must not reach a log. */
        @Override
        public String toString() {
            return "MessageEdited[messageId=%s, seq=%d]".formatted(messageId, seq());
        }
    }

    @RegisterForReflection
    @Schema(name = "DeletedEntry", description = "A message was deleted for everyone.")
    record MessageDeleted(
            @JsonIgnore @Schema(hidden = true) Header header,
            @Schema(required = true) String messageId) implements MessageChange {

        @Override
        @Schema(required = true, enumeration = DELETED)
        public String type() {
            return DELETED;
        }

        @Override
        public MessageView applyTo(MessageView message) {
            return message.deletedAt() == null ? message.deleted(at()) : message;
        }
    }

    /**
     * A member reacted, or took a reaction back.
     *
     * @param added false when the user took the reaction back
     */
    @RegisterForReflection
    @Schema(name = "ReactedEntry", description = "A member reacted to a message, or took a reaction back.")
    record MessageReacted(
            @JsonIgnore @Schema(hidden = true) Header header,
            @Schema(required = true) String messageId,
            @Schema(required = true, examples = "👍") String emoji,

            @Schema(required = true, description = "False when the reaction was taken back.")
            boolean added)
            implements MessageChange {

        @Override
        @Schema(required = true, enumeration = REACTED)
        public String type() {
            return REACTED;
        }

        @Override
        public MessageView applyTo(MessageView message) {
            return message.deletedAt() == null ? message.reacted(reactions(message.reactions())) : message;
        }

        private List<Reaction> reactions(List<Reaction> before) {
            var after = new ArrayList<Reaction>();
            var isNew = added;
            for (var reaction : before) {
                if (!reaction.emoji().equals(emoji)) {
                    after.add(reaction);
                    continue;
                }
                isNew = false;
                var userIds = new ArrayList<>(reaction.userIds());
                if (!added) {
                    userIds.remove(by());
                } else if (!userIds.contains(by())) {
                    userIds.add(by());
                }
                if (!userIds.isEmpty()) {
                    after.add(new Reaction(emoji, userIds));
                }
            }
            if (isNew) {
                after.add(new Reaction(emoji, List.of(by())));
            }
            return after;
        }
    }
}
