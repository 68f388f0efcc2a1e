package dev.natter.chat.log;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.natter.chat.conversation.Conversation.Role;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.MessageView.Reaction;
import dev.natter.chat.conversation.Timeline.GroupChange;
import dev.natter.chat.conversation.Timeline.LogHead;
import dev.natter.chat.log.Messages.Lock;
import dev.natter.chat.log.PendingEntry.IdempotencyKey;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of a conversation's log, as clients see it. New types may come; a client ignores those it does not know. */
@RegisterForReflection
@JsonPropertyOrder({"seq", "at", "by", "type"})
@Schema(
        name = "Entry",
        description =
                "An entry of a conversation's log. `type` says what else it has; ignore types that you do not know.",
        oneOf = {
            Entry.MessageSent.class,
            Entry.MessageEdited.class,
            Entry.MessageDeleted.class,
            Entry.MessageReacted.class,
            Entry.MembersChanged.class,
            Entry.RoleChanged.class,
            Entry.TitleChanged.class,
            Entry.Hidden.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = Entry.MESSAGE, schema = Entry.MessageSent.class),
            @DiscriminatorMapping(value = Entry.EDITED, schema = Entry.MessageEdited.class),
            @DiscriminatorMapping(value = Entry.DELETED, schema = Entry.MessageDeleted.class),
            @DiscriminatorMapping(value = Entry.REACTED, schema = Entry.MessageReacted.class),
            @DiscriminatorMapping(value = Entry.MEMBERS, schema = Entry.MembersChanged.class),
            @DiscriminatorMapping(value = Entry.ROLE, schema = Entry.RoleChanged.class),
            @DiscriminatorMapping(value = Entry.TITLED, schema = Entry.TitleChanged.class),
            @DiscriminatorMapping(value = Entry.HIDDEN, schema = Entry.Hidden.class)
        })
public sealed interface Entry {

    String MESSAGE = "message";
    String EDITED = "edited";
    String DELETED = "deleted";
    String REACTED = "reacted";
    String MEMBERS = "members";
    String ROLE = "role";
    String TITLED = "titled";
    String HIDDEN = "hidden";

    @JsonIgnore
    @Schema(hidden = true)
    Header header();

    /** What happened: the word that decides which other fields there are. */
    @JsonProperty
    String type();

    @JsonIgnore
    default String conversationId() {
        return header().conversationId();
    }

    @JsonProperty
    @Schema(required = true, minimum = "1", description = "The number of the entry: 1, 2, 3 … without holes.")
    default long seq() {
        return header().seq();
    }

    @JsonProperty
    @Schema(required = true, implementation = String.class, format = "date-time")
    default Instant at() {
        return header().at();
    }

    @JsonProperty
    @Schema(required = true, description = "The user who caused the entry.")
    default String by() {
        return header().by();
    }

    /** What the list of conversations shows of the log after this entry. */
    @JsonIgnore
    default LogHead head() {
        return new LogHead(conversationId(), seq(), at(), null);
    }

    /**
     * What every entry has.
     *
     * @param seq its number in the log: 1, 2, 3 … without holes
     * @param at when it was appended, by the clock of the replica that did
     * @param key under which {@code by} appended it; a message's is its {@code clientMessageId}
     * @param hiddenFrom a member to whom it is not shown; null when all members see it
     */
    @RegisterForReflection
    public record Header(
            String conversationId,
            long seq,
            Instant at,
            String by,
            String key,
            @Nullable String hiddenFrom) {

        public static Header of(IdempotencyKey key, long seq, Instant at) {
            return new Header(key.conversationId(), seq, at, key.senderId(), key.clientMessageId(), null);
        }

        /** The same, hidden from this member. */
        Header hiddenFrom(@Nullable String userId) {
            return new Header(conversationId, seq, at, by, key, userId);
        }

        IdempotencyKey idempotencyKey() {
            return new IdempotencyKey(conversationId, by, key);
        }
    }

    /** The entry as this member sees it. */
    default Entry visibleTo(String userId) {
        return userId.equals(header().hiddenFrom()) ? new Hidden(header()) : this;
    }

    /** What a member sees of an entry that is hidden from him: its number, so that the log has no hole. */
    @RegisterForReflection
    @Schema(name = "HiddenEntry", description = "An entry that is not shown to the caller.")
    record Hidden(@JsonIgnore @Schema(hidden = true) Header header) implements Entry {

        @Override
        @Schema(required = true, enumeration = HIDDEN)
        public String type() {
            return HIDDEN;
        }
    }

    /** A change to an earlier message, whose present state is that of all its changes in order. */
    @RegisterForReflection
    sealed interface MessageChange extends Entry {

        /** Of the message that it changes. */
        String messageId();

        /** The message after this change. A deleted message does not change any more. */
        MessageView applyTo(MessageView message);

        /** A change to an old message does not make its conversation a recent one. */
        @Override
        default LogHead head() {
            return new LogHead(conversationId(), seq(), null, null);
        }
    }

    /** A change of the group: of its members, a role or the title. */
    @RegisterForReflection
    sealed interface GroupChanged extends Entry {

        /** What it changes in the conversation. */
        GroupChange change();
    }

    @RegisterForReflection
    @Schema(
            name = "MembersEntry",
            description =
                    "Members were added or removed. One who removes only `by` has left; one who adds only `by` has followed an invitation.")
    record MembersChanged(
            @JsonIgnore @Schema(hidden = true) Header header,
            @Schema(required = true) List<String> added,
            @Schema(required = true) List<String> removed)
            implements GroupChanged {

        public MembersChanged {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }

        @Override
        @Schema(required = true, enumeration = MEMBERS)
        public String type() {
            return MEMBERS;
        }

        @Override
        public GroupChange change() {
            return new GroupChange(seq(), added, removed, null, null, null);
        }
    }

    @RegisterForReflection
    @Schema(
            name = "RoleEntry",
            description =
                    "A member has another role. When a member becomes the owner, the owner before is an admin from then on.")
    record RoleChanged(
            @JsonIgnore @Schema(hidden = true) Header header,
            @Schema(required = true) String userId,
            @Schema(required = true) Role role)
            implements GroupChanged {

        @Override
        @Schema(required = true, enumeration = ROLE)
        public String type() {
            return ROLE;
        }

        @Override
        public GroupChange change() {
            return new GroupChange(seq(), List.of(), List.of(), userId, role, null);
        }
    }

    @RegisterForReflection
    @Schema(name = "TitledEntry", description = "The group has another title.")
    record TitleChanged(
            @JsonIgnore @Schema(hidden = true) Header header,
            @Schema(required = true) String title) implements GroupChanged {

        @Override
        @Schema(required = true, enumeration = TITLED)
        public String type() {
            return TITLED;
        }

        @Override
        public GroupChange change() {
            return new GroupChange(seq(), List.of(), List.of(), null, null, title);
        }

        /** Leaves the title out: what people write must not reach a log. */
        @Override
        public String toString() {
            return "TitleChanged[seq=%d]".formatted(seq());
        }
    }

    /**
     * A message was sent.
     *
     * @param lock of a change that is under way, which the message may lack
     */
    @RegisterForReflection
    @Schema(name = "MessageEntry", description = "A message was sent. It is shown in its present state.")
    record MessageSent(
            @Schema(required = true) MessageView message,
            @JsonIgnore @Schema(hidden = true) @Nullable Lock lock) implements Entry {

        public MessageSent(MessageView message) {
            this(message, null);
        }

        @Override
        public Header header() {
            return new Header(
                    message.conversationId(),
                    message.seq(),
                    message.sentAt(),
                    message.senderId(),
                    message.clientMessageId(),
                    message.hiddenFrom());
        }

        @Override
        @Schema(required = true, enumeration = MESSAGE)
        public String type() {
            return MESSAGE;
        }

        @Override
        public Entry visibleTo(String userId) {
            return userId.equals(message.hiddenFrom())
                    ? new Hidden(header())
                    : new MessageSent(message.visibleTo(userId), lock);
        }

        @Override
        public LogHead head() {
            // A message that is hidden from a member does not make the conversation a recent one.
            return new LogHead(conversationId(), seq(), message.hiddenFrom() == null ? at() : null, message);
        }
    }

    /**
     * The text of a message was replaced.
     *
     * @param text null when none is left beside the image, and once the message is deleted
     */
    @RegisterForReflection
    @Schema(name = "EditedEntry", description = "The text of a message was replaced.")
    record MessageEdited(
            @JsonIgnore @Schema(hidden = true) Header header,
            @Schema(required = true) String messageId,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Null when only the image is left, and once the message is deleted.")
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
