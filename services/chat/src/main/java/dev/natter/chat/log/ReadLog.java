package dev.natter.chat.log;

import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.ConversationProjection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Reads the log of a conversation, for its members. What is left out between two entries never comes: there are no holes. */
@ApplicationScoped
public class ReadLog {

    private final ConversationAccess access;
    private final Entries entries;
    private final ConversationProjection projection;

    ReadLog(ConversationAccess access, Entries entries, ConversationProjection projection) {
        this.access = access;
        this.entries = entries;
        this.projection = projection;
    }

    /** The entries with the lowest numbers above {@code after}, ascending. Refuses strangers with 404. */
    public Uni<List<Entry>> following(String conversationId, String userId, long after, int limit) {
        return read(conversationId, userId, () -> entries.following(conversationId, after, limit));
    }

    /** The entries with the highest numbers below {@code before}, descending. Refuses strangers with 404. */
    public Uni<List<Entry>> preceding(String conversationId, String userId, long before, int limit) {
        return read(conversationId, userId, () -> entries.preceding(conversationId, before, limit));
    }

    /** Whoever reads brings the conversation up to date with what he has found: a replica may have died before it did. */
    private Uni<List<Entry>> read(String conversationId, String userId, Supplier<Uni<List<Entry>>> page) {
        return access.members(conversationId, userId)
                .chain(members -> page.get()
                        .invoke(found -> found.stream()
                                .max(Comparator.comparingLong(Entry::seq))
                                .ifPresent(newest -> projection.appended(newest.head(), members))));
    }
}
