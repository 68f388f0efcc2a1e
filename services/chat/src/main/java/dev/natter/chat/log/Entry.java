package dev.natter.chat.log;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.natter.chat.conversation.MessageQueries.LogHead;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.log.Messages.Lock;
import dev.natter.chat.log.PendingEntry.IdempotencyKey;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
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
            MessageChange.MessageEdited.class,
            MessageChange.MessageDeleted.class,
            MessageChange.MessageReacted.class,
            GroupChanged.MembersChanged.class,
            GroupChanged.RoleChanged.class,
            GroupChanged.TitleChanged.class,
            Entry.Hidden.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = Entry.MESSAGE, schema = Entry.MessageSent.class),
            @DiscriminatorMapping(value = Entry.EDITED, schema = MessageChange.MessageEdited.class),
            @DiscriminatorMapping(value = Entry.DELETED, schema = MessageChange.MessageDeleted.class),
            @DiscriminatorMapping(value = Entry.REACTED, schema = MessageChange.MessageReacted.class),
            @DiscriminatorMapping(value = Entry.MEMBERS, schema = GroupChanged.MembersChanged.class),
            @DiscriminatorMapping(value = Entry.ROLE, schema = GroupChanged.RoleChanged.class),
            @DiscriminatorMapping(value = Entry.TITLED, schema = GroupChanged.TitleChanged.class),
            @DiscriminatorMapping(value = Entry.HIDDEN, schema = Entry.Hidden.class)
        })
public sealed interface Entry permits Entry.MessageSent, Entry.Hidden, MessageChange, GroupChanged {

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

    /** The entry as a member sees it who sees the log from {@code from} on, and no change of what was sent before. */
    default Entry visibleTo(String userId, long from) {
        return isVisibleTo(userId, from) ? this : new Hidden(header());
    }

    /** Whether the member sees more of it than its number. */
    default boolean isVisibleTo(String userId, long from) {
        return seq() >= from && !userId.equals(header().hiddenFrom());
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
        public Entry visibleTo(String userId, long from) {
            return isVisibleTo(userId, from)
                    ? new MessageSent(message.visibleTo(userId, from), lock)
                    : new Hidden(header());
        }

        @Override
        public LogHead head() {
            // A message that is hidden from a member does not make the conversation a recent one.
            return new LogHead(conversationId(), seq(), message.hiddenFrom() == null ? at() : null, message);
        }
    }
}
