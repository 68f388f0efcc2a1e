package dev.natter.chat.log;

import dev.natter.chat.conversation.LogHead;
import dev.natter.chat.conversation.Timeline;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The logs as conversations show them. */
@ApplicationScoped
class LogTimeline implements Timeline {

    private final Entries entries;
    private final LogCache cache;

    LogTimeline(Entries entries, LogCache cache) {
        this.entries = entries;
        this.cache = cache;
    }

    @Override
    public Uni<Map<String, Unread>> unread(String readerId, Map<String, Long> positions) {
        return entries.unread(readerId, positions);
    }

    @Override
    public Uni<Set<String>> authors(String conversationId, long seq, int most) {
        return entries.authors(conversationId, seq, most);
    }

    @Override
    public Uni<Map<String, List<String>>> speakers(Map<String, Long> after) {
        return entries.speakers(after);
    }

    @Override
    public Uni<@Nullable LogHead> newest(String conversationId) {
        return entries.preceding(conversationId, Long.MAX_VALUE, 1)
                .map(found -> found.isEmpty() ? null : head(found.get(0)));
    }

    @Override
    public long knownSeq(String conversationId) {
        return cache.lastSeq(conversationId);
    }

    /** What a conversation shows of this entry. */
    static LogHead head(Entry entry) {
        return new LogHead(
                entry.conversationId(),
                entry.seq(),
                entry.at(),
                entry instanceof Entry.MessageSent sent ? sent.message() : null);
    }
}
