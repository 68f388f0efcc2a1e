package dev.natter.chat.log;

import dev.natter.chat.conversation.Timeline;
import dev.natter.chat.log.PendingEntry.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of all logs. At most one of them has a number of a conversation, and at most one an idempotency key. */
interface Entries extends Timeline {

    /** Inserts the entry, probably in one command with entries of other conversations. Never fails. */
    Uni<InsertResult> insert(Entry entry);

    /**
     * Inserts consecutive entries of one conversation in one command, which stops at the first that is refused; one result for
     * each. Never fails.
     */
    Uni<List<InsertResult>> insertInOrder(List<Entry> entries);

    /** The entry with this idempotency key; null when there is none. */
    Uni<@Nullable Entry> find(IdempotencyKey key);

    /** The highest number in the log; {@code known} when none is higher. */
    Uni<Long> lastSeq(String conversationId, long known);

    /** The entries with the lowest numbers above {@code after}, ascending. */
    Uni<List<Entry>> following(String conversationId, long after, int limit);

    /** The entries with the highest numbers below {@code before}, descending. */
    Uni<List<Entry>> preceding(String conversationId, long before, int limit);
}
