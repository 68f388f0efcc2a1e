package dev.natter.chat.log;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.MessageView.ImageView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.HexFormat;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the database.
 *
 * @param id conversation and number as one string: the index of ids then keeps the order, serves ranges of numbers and makes
 *     numbers unique, on the real MongoDB and on the embedded one, which compares no documents
 * @param clientMessageId the idempotency key
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
        @Nullable MessageDocument message) {

    static final String MESSAGE = "message";

    /** Digits of a number in an id; enough for the numbers that JSON carries exactly. */
    private static final int DIGITS = 14;

    private static final long MAX_SEQ = (1L << 53) - 1;
    private static final char SEPARATOR = '/';
    private static final char BEHIND_SEPARATOR = SEPARATOR + 1;

    @RegisterForReflection
    public record MessageDocument(
            String id, @Nullable String text, @Nullable ImageView image) {

        /** Leaves the text out: what people write must not reach a log. */
        @Override
        public String toString() {
            return "MessageDocument[id=%s]".formatted(id);
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
        if (entry instanceof Entry.MessageSent sent) {
            var message = sent.message();
            return new EntryDocument(
                    id(entry.conversationId(), entry.seq()),
                    entry.conversationId(),
                    entry.seq(),
                    entry.at(),
                    entry.by(),
                    message.clientMessageId(),
                    MESSAGE,
                    new MessageDocument(message.id(), message.text(), message.image()));
        }
        throw new IllegalStateException("no branch for " + entry.getClass());
    }

    Entry toEntry() {
        if (message != null) {
            return new Entry.MessageSent(new MessageView(
                    message.id(), conversationId, seq, senderId, clientMessageId, message.text(), message.image(), at));
        }
        throw new IllegalStateException("no branch for entries of type " + type);
    }
}
