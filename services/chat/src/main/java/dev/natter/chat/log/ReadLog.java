package dev.natter.chat.log;

import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.ConversationProjection;
import dev.natter.chat.conversation.MessageView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;

/** Reads the log of a conversation, for its members. What is left out between two entries never comes: there are no holes. */
@ApplicationScoped
public class ReadLog {

    private final ConversationAccess access;
    private final Entries entries;
    private final ConversationProjection projection;
    private final Messages messages;
    private final MessageStates states;

    ReadLog(
            ConversationAccess access,
            Entries entries,
            ConversationProjection projection,
            Messages messages,
            MessageStates states) {
        this.access = access;
        this.entries = entries;
        this.projection = projection;
        this.messages = messages;
        this.states = states;
    }

    /** A message of this conversation that the reader sees, in its present state, without its quote. Fails with 404. */
    public Uni<MessageView> message(Conversation conversation, String messageId, String readerId) {
        return messages.find(conversation.id(), messageId)
                .map(found ->
                        found == null || !found.isVisibleTo(readerId, conversation.joinedSeq(readerId)) ? null : found)
                .onItem()
                .ifNull()
                .failWith(MessageStates::unknown)
                .chain(states::present);
    }

    /** The same entry; a message in its present state, with its quote. */
    public Uni<Entry> complete(Entry entry) {
        return states.complete(List.of(entry)).map(complete -> complete.get(0));
    }

    /** The entries with the lowest numbers above {@code after}, ascending. Refuses strangers with 404. */
    public Uni<List<Entry>> following(String conversationId, String userId, long after, int limit) {
        return read(
                conversationId,
                userId,
                joined -> entries.following(conversationId, Math.max(after, joined - 1), limit));
    }

    /** The same without changes to messages, which are seen in those. */
    public Uni<List<Entry>> shownFollowing(String conversationId, String userId, long after, int limit) {
        return read(
                conversationId,
                userId,
                joined -> entries.shownFollowing(conversationId, userId, Math.max(after, joined - 1), limit));
    }

    /** The entries with the highest numbers below {@code before}, descending, without changes to messages. */
    public Uni<List<Entry>> shownPreceding(String conversationId, String userId, long before, int limit) {
        return read(
                conversationId,
                userId,
                joined -> entries.shownPreceding(conversationId, userId, before, limit)
                        .map(found -> found.stream()
                                .takeWhile(entry -> entry.seq() >= joined)
                                .toList()));
    }

    /**
     * What the member may see, which is from the entry on that added the member. A reader brings the conversation up to date
     * with what is found: a replica may have died before it did.
     */
    private Uni<List<Entry>> read(String conversationId, String userId, LongFunction<Uni<List<Entry>>> page) {
        return access.open(conversationId, userId)
                .chain(conversation -> page.apply(conversation.joinedSeq(userId))
                        .invoke(found -> found.stream()
                                .max(Comparator.comparingLong(Entry::seq))
                                .filter(newest -> newest.seq() > conversation.lastSeq())
                                .ifPresent(newest -> projection.appended(newest.head(), conversation.memberIds())))
                        .chain(states::complete)
                        .map(found -> found.stream()
                                .map(entry -> entry.visibleTo(userId, conversation.joinedSeq(userId)))
                                .toList()));
    }
}
