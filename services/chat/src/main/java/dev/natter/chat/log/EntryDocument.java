package dev.natter.chat.log;

import dev.natter.chat.conversation.AttachmentView.FileView;
import dev.natter.chat.conversation.AttachmentView.ImageView;
import dev.natter.chat.conversation.AttachmentView.VoiceView;
import dev.natter.chat.conversation.Conversation.Role;
import dev.natter.chat.conversation.MessageQueries.GroupChange;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.MessageView.Reaction;
import dev.natter.chat.conversation.Quote;
import dev.natter.chat.log.Entry.Header;
import dev.natter.chat.log.Entry.MessageSent;
import dev.natter.chat.log.GroupChanged.MembersChanged;
import dev.natter.chat.log.GroupChanged.RoleChanged;
import dev.natter.chat.log.GroupChanged.TitleChanged;
import dev.natter.chat.log.MessageChange.MessageDeleted;
import dev.natter.chat.log.MessageChange.MessageEdited;
import dev.natter.chat.log.MessageChange.MessageReacted;
import dev.natter.chat.log.Messages.Lock;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the database.
 *
 * @param id conversation and number as one string: the index of ids then keeps the order, serves ranges of numbers and makes
 *     numbers unique, on the real MongoDB and on the embedded one, which compares no documents
 * @param senderId who appended it
 * @param clientMessageId the idempotency key
 * @param message of an entry that is one
 * @param change of an entry that changes a message
 * @param group of an entry that changes the group
 * @param hiddenFrom a member to whom it is not shown
 */
@RegisterForReflection
public record EntryDocument(
        @BsonId String id,
        String conversationId,
        long seq,
        Instant at,
        String senderId,
        String clientMessageId,
        String type,
        @Nullable MessageDocument message,
        @Nullable ChangeDocument change,
        @Nullable GroupDocument group,
        @Nullable String hiddenFrom) {

    /** Digits of a number in an id; enough for the numbers that JSON carries exactly. */
    private static final int DIGITS = 14;

    private static final long MAX_SEQ = (1L << 53) - 1;
    private static final char SEPARATOR = '/';
    private static final char BEHIND_SEPARATOR = SEPARATOR + 1;

    /**
     * A message in its present state, with all changes to it but the one that is under way.
     *
     * @param replyTo without content
     * @param mentions null for none, as reactions: a plain message takes no more room than it needs
     */
    @RegisterForReflection
    public record MessageDocument(
            String id,
            @Nullable String text,
            @Nullable ImageView image,
            @Nullable FileView file,
            @Nullable VoiceView voice,
            @Nullable Quote replyTo,
            @Nullable List<String> mentions,
            @Nullable List<Reaction> reactions,
            @Nullable Instant editedAt,
            @Nullable Instant deletedAt,
            @Nullable LockDocument lock) {

        /** Without a lock. */
        static MessageDocument of(MessageView message) {
            return new MessageDocument(
                    message.id(),
                    message.text(),
                    message.image(),
                    message.file(),
                    message.voice(),
                    message.replyTo() == null ? null : message.replyTo().reference(),
                    message.mentions().isEmpty() ? null : message.mentions(),
                    message.reactions().isEmpty() ? null : message.reactions(),
                    message.editedAt(),
                    message.deletedAt(),
                    null);
        }

        @Nullable Lock toLock() {
            return lock == null ? null : new Lock(lock.key(), lock.at());
        }

        /** Leaves the text out: what people write must not reach a log. */
        @Override
        public String toString() {
            return "MessageDocument[id=%s]".formatted(id);
        }
    }

    @RegisterForReflection
    public record LockDocument(String key, Instant at) {}

    /** A change to a message; the type of the entry says which fields there are. */
    @RegisterForReflection
    public record ChangeDocument(
            String messageId,
            @Nullable String text,
            @Nullable List<String> mentions,
            @Nullable String emoji,
            @Nullable Boolean added) {

        /** Leaves the text out: what people write must not reach a log. */
        @Override
        public String toString() {
            return "ChangeDocument[messageId=%s]".formatted(messageId);
        }
    }

    /** A change of the group; the type of the entry says which fields there are. */
    @RegisterForReflection
    public record GroupDocument(
            @Nullable List<String> added,
            @Nullable List<String> removed,
            @Nullable String userId,
            @Nullable Role role,
            @Nullable String title) {

        static GroupDocument of(GroupChange change) {
            return new GroupDocument(
                    change.added().isEmpty() ? null : change.added(),
                    change.removed().isEmpty() ? null : change.removed(),
                    change.roleOf(),
                    change.role(),
                    change.title());
        }

        /** Leaves the title out: what people write must not reach a log. */
        @Override
        public String toString() {
            return "GroupDocument[userId=%s]".formatted(userId);
        }
    }

    /** The id of the entry with this number; ids of one conversation are in the order of their numbers. */
    static String id(String conversationId, long seq) {
        return conversationId + SEPARATOR + HexFormat.of().toHexDigits(Math.max(0, Math.min(seq, MAX_SEQ)), DIGITS);
    }

    /** Behind all ids of this conversation. */
    static String behindAll(String conversationId) {
        return conversationId + BEHIND_SEPARATOR;
    }

    static String conversationId(String id) {
        return id.substring(0, id.length() - DIGITS - 1);
    }

    static long seq(String id) {
        return HexFormat.fromHexDigitsToLong(id, id.length() - DIGITS, id.length());
    }

    static EntryDocument of(Entry entry) {
        var header = entry.header();
        return new EntryDocument(
                id(header.conversationId(), header.seq()),
                header.conversationId(),
                header.seq(),
                header.at(),
                header.by(),
                header.key(),
                entry.type(),
                entry instanceof MessageSent sent ? MessageDocument.of(sent.message()) : null,
                entry instanceof MessageChange change ? change(change) : null,
                entry instanceof GroupChanged changed ? GroupDocument.of(changed.change()) : null,
                header.hiddenFrom());
    }

    private static ChangeDocument change(MessageChange change) {
        if (change instanceof MessageEdited edited) {
            return new ChangeDocument(edited.messageId(), edited.text(), edited.mentions(), null, null);
        }
        if (change instanceof MessageReacted reacted) {
            return new ChangeDocument(reacted.messageId(), null, null, reacted.emoji(), reacted.added());
        }
        return new ChangeDocument(change.messageId(), null, null, null, null);
    }

    Entry toEntry() {
        return switch (type) {
            case Entry.MESSAGE -> {
                var sent = Objects.requireNonNull(message);
                yield new MessageSent(view(sent), sent.toLock());
            }
            case Entry.EDITED -> {
                var edit = changed();
                yield new MessageEdited(header(), edit.messageId(), edit.text(), orEmpty(edit.mentions()));
            }
            case Entry.DELETED -> new MessageDeleted(header(), changed().messageId());
            case Entry.REACTED -> {
                var reaction = changed();
                yield new MessageReacted(
                        header(),
                        reaction.messageId(),
                        Objects.requireNonNull(reaction.emoji()),
                        Boolean.TRUE.equals(reaction.added()));
            }
            case Entry.MEMBERS -> {
                var members = Objects.requireNonNull(group);
                yield new MembersChanged(header(), orEmpty(members.added()), orEmpty(members.removed()));
            }
            case Entry.ROLE -> {
                var changed = Objects.requireNonNull(group);
                yield new RoleChanged(
                        header(), Objects.requireNonNull(changed.userId()), Objects.requireNonNull(changed.role()));
            }
            case Entry.TITLED ->
                new TitleChanged(
                        header(),
                        Objects.requireNonNull(Objects.requireNonNull(group).title()));
            default -> throw new IllegalStateException("no branch for entries of type " + type);
        };
    }

    private Header header() {
        return new Header(conversationId, seq, at, senderId, clientMessageId, hiddenFrom);
    }

    private ChangeDocument changed() {
        return Objects.requireNonNull(change);
    }

    private MessageView view(MessageDocument stored) {
        return new MessageView(
                stored.id(),
                conversationId,
                seq,
                senderId,
                clientMessageId,
                stored.text(),
                stored.image(),
                stored.file(),
                stored.voice(),
                stored.replyTo(),
                orEmpty(stored.mentions()),
                orEmpty(stored.reactions()),
                stored.editedAt(),
                stored.deletedAt(),
                at,
                hiddenFrom);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
