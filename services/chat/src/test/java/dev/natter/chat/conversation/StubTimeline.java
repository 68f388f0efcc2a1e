package dev.natter.chat.conversation;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A timeline that knows what it was told. */
public final class StubTimeline implements Timeline {

    private final Map<String, MessageView> newest = new ConcurrentHashMap<>();
    private final Map<String, Long> unread = new ConcurrentHashMap<>();
    private final Map<String, List<String>> speakers = new ConcurrentHashMap<>();
    private volatile Set<String> authors = Set.of();

    public void stored(MessageView message) {
        newest.put(message.conversationId(), message);
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
    public Uni<Map<String, Long>> unread(String readerId, Map<String, Long> readSeqs) {
        var counts = new HashMap<String, Long>();
        readSeqs.keySet().forEach(id -> counts.put(id, unread.getOrDefault(id, 0L)));
        return Uni.createFrom().item(counts);
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
    public Uni<MessageView> newest(String conversationId) {
        return Uni.createFrom().item(newest.get(conversationId));
    }
}
