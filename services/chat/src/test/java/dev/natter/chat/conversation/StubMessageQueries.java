package dev.natter.chat.conversation;

import dev.natter.chat.conversation.MessageQueries.LogHead;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Answers with what a test has stored. */
public final class StubMessageQueries implements MessageQueries {

    private final Map<String, LogHead> newest = new ConcurrentHashMap<>();
    private final Map<String, Long> unread = new ConcurrentHashMap<>();
    private final Map<String, List<String>> speakers = new ConcurrentHashMap<>();
    private volatile Set<String> authors = Set.of();

    public void stored(MessageView message) {
        newest.put(
                message.conversationId(),
                new LogHead(message.conversationId(), message.seq(), message.sentAt(), message));
    }

    public void authors(String... userIds) {
        authors = Set.of(userIds);
    }

    public void speakers(String conversationId, String... latestFirst) {
        speakers.put(conversationId, List.of(latestFirst));
    }

    public void unread(String conversationId, long count) {
        unread.put(conversationId, count);
    }

    @Override
    public Uni<Map<String, Unread>> unread(String readerId, Map<String, Long> positions) {
        var found = new HashMap<String, Unread>();
        newest.forEach((id, head) -> {
            if (positions.getOrDefault(id, Long.MAX_VALUE) < head.seq()) {
                found.put(id, new Unread(unread.getOrDefault(id, 0L), head.seq()));
            }
        });
        return Uni.createFrom().item(found);
    }

    @Override
    public Uni<Set<String>> authors(String conversationId, long seq, int most) {
        return Uni.createFrom().item(authors);
    }

    @Override
    public Uni<Map<String, List<String>>> speakers(Map<String, Long> after) {
        return Uni.createFrom().item(Map.copyOf(speakers));
    }

    @Override
    public Uni<LogHead> newest(String conversationId) {
        return Uni.createFrom().item(newest.get(conversationId));
    }

    @Override
    public Uni<GroupChanges> groupChanges(String conversationId, long after) {
        return Uni.createFrom().item(new GroupChanges(List.of(), after));
    }

    @Override
    public Uni<List<MessageView>> quoting(List<MessageView> messages) {
        return Uni.createFrom().item(messages);
    }

    @Override
    public Uni<MessageView> newestVisible(String conversationId, String readerId) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public long knownSeq(String conversationId) {
        return 0;
    }
}
