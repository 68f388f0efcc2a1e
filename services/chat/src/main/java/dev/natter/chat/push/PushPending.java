package dev.natter.chat.push;

import dev.natter.chat.conversation.MessageView;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be pushed or withdrawn next, the newest of each conversation: a storm of messages is one notification. Bounded;
 * what is beyond is dropped and counted, because a notification is a hint and the message is stored.
 */
final class PushPending {

    private static final int MAX_CONVERSATIONS = 10_000;
    private static final int MAX_PAIRS = 20_000;

    private Map<String, Newest> messages = new HashMap<>();
    private Map<Pair, MessageView> deferred = new HashMap<>();
    private Map<Pair, Long> reads = new HashMap<>();

    /** One user in one conversation. */
    record Pair(String userId, String conversationId) {}

    /**
     * The newest messages of a conversation.
     *
     * @param byOther the newest one that the sender of {@code message} did not send
     */
    record Newest(MessageView message, @Nullable MessageView byOther, Collection<String> memberIds) {

        Newest with(MessageView next, Collection<String> members) {
            if (next.seq() < message.seq()) {
                return byOther == null && !next.senderId().equals(message.senderId())
                        ? new Newest(message, next, memberIds)
                        : this;
            }
            return new Newest(next, next.senderId().equals(message.senderId()) ? byOther : message, members);
        }

        /** The newest one that this member did not send; null for none. */
        @Nullable MessageView forMember(String userId) {
            return message.senderId().equals(userId) ? byOther : message;
        }
    }

    record Batch(List<Newest> messages, Map<Pair, MessageView> deferred, Map<Pair, Long> reads) {

        boolean isEmpty() {
            return messages.isEmpty() && deferred.isEmpty() && reads.isEmpty();
        }
    }

    /** False when there are too many. */
    synchronized boolean stored(MessageView message, Collection<String> memberIds) {
        var known = messages.get(message.conversationId());
        if (known == null && messages.size() >= MAX_CONVERSATIONS) {
            return false;
        }
        messages.put(
                message.conversationId(),
                known == null ? new Newest(message, null, memberIds) : known.with(message, memberIds));
        return true;
    }

    /** False when there are too many. */
    synchronized boolean read(String conversationId, String userId, long seq) {
        var pair = new Pair(userId, conversationId);
        if (reads.size() >= MAX_PAIRS && !reads.containsKey(pair)) {
            return false;
        }
        reads.merge(pair, seq, Math::max);
        return true;
    }

    /** To be tried again with the next batch, unless there is a newer one by then. */
    synchronized void defer(Pair pair, MessageView message) {
        if (deferred.size() < MAX_PAIRS) {
            deferred.merge(pair, message, (one, other) -> one.seq() > other.seq() ? one : other);
        }
    }

    /** What was taken is pending again, unless there is a newer one by now. */
    synchronized void restore(Batch batch) {
        batch.messages().forEach(newest -> {
            stored(newest.message(), newest.memberIds());
            if (newest.byOther() != null) {
                stored(newest.byOther(), newest.memberIds());
            }
        });
        batch.deferred().forEach(this::defer);
        batch.reads().forEach((pair, seq) -> read(pair.conversationId(), pair.userId(), seq));
    }

    /** Everything, which is not pending any more. */
    synchronized Batch take() {
        var batch = new Batch(List.copyOf(messages.values()), deferred, reads);
        messages = new HashMap<>();
        deferred = new HashMap<>();
        reads = new HashMap<>();
        return batch;
    }
}
