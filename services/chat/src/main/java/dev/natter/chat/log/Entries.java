package dev.natter.chat.log;

import dev.natter.chat.conversation.MessageQueries;
import dev.natter.chat.log.PendingEntry.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of all logs. At most one of them has a number of a conversation, and at most one an idempotency key. */
interface Entries extends MessageQueries {

    /** Inserts the entry, probably in one command with entries of other conversations. Never fails. */
    Uni<InsertResult> insert(Entry entry);

    /**
     * Inserts consecutive entries of one conversation in one command, which stops at the first that is refused. Never fails.
     */
    Uni<List<InsertResult>> insertInOrder(List<Entry> entries);

    /** The entry with this idempotency key; null when there is none. */
    Uni<@Nullable Entry> find(IdempotencyKey key);

    /** The highest number in the log; {@code known} when none is higher. */
    Uni<Long> lastSeq(String conversationId, long known);

    /**
     * The highest number in the log, {@code known} when none is higher; null when there are changes of the group above {@code
     * known}, or so many entries that they are not looked at.
     */
    Uni<@Nullable Long> lastSeqOfSameGroup(String conversationId, long known);

    /** The entries with the lowest numbers above {@code after}, ascending. */
    Uni<List<Entry>> following(String conversationId, long after, int limit);

    /** The same without changes to messages, which are seen in those, and without what is hidden from the reader. */
    Uni<List<Entry>> shownFollowing(String conversationId, String readerId, long after, int limit);

    /** The entries with the highest numbers below {@code before}, descending, without changes to messages. */
    Uni<List<Entry>> shownPreceding(String conversationId, String readerId, long before, int limit);

    sealed interface InsertResult {

        record Stored() implements InsertResult {}

        record NumberTaken() implements InsertResult {}

        /** Its sender has appended an entry under its idempotency key before. */
        record Repeated() implements InsertResult {}

        /** It is not in the log: the store was not reached, or refused it, or it stood behind one that was refused. */
        record NotStored(Throwable cause) implements InsertResult {}

        /** The command was sent, but its outcome is lost. */
        record Unknown(Throwable cause) implements InsertResult {}
    }
}
