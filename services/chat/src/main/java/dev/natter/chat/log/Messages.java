package dev.natter.chat.log;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.log.Entry.MessageSent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of messages in the log, which one change at a time replaces. */
interface Messages {

    /** The message with this id; null when there is none. */
    Uni<@Nullable MessageSent> find(String conversationId, String messageId);

    /** The messages with these numbers; those that are none are absent. */
    Uni<List<MessageSent>> withNumbers(String conversationId, Collection<Long> seqs);

    /**
     * Locks the message for one change. The message as it was before; its state lacks a change if it was locked. Null when
     * there is no such message, and while a lock that was made after {@code expired} holds.
     */
    Uni<@Nullable MessageSent> lock(String conversationId, String messageId, Lock lock, Instant expired);

    /** Unlocks the message, with this state; false, and nothing changed, when this is not its lock any more. */
    Uni<Boolean> unlock(MessageView state, String key);

    /** All changes of the message, in order. */
    Uni<List<MessageChange>> changes(String conversationId, String messageId);

    /** Removes what earlier edits of the message said. */
    Uni<Void> clearEdits(String conversationId, String messageId);

    /** Messages with locks that were made before then. */
    Uni<List<MessageSent>> lockedBefore(Instant then, int limit);

    /**
     * A change of the message is under way: its entry may be in the log while the message lacks it.
     *
     * @param key the idempotency key of the change
     */
    @RegisterForReflection
    record Lock(String key, Instant at) {}
}
