package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Messages as long as a test lasts; adding can be made to fail or to wait. */
final class InMemoryMessages implements Messages {

    private Runnable beforeLookingForGaps = () -> {};

    private final Map<String, TreeMap<Long, MessageView>> stored = new ConcurrentHashMap<>();
    private final Map<String, Set<Long>> fillers = new ConcurrentHashMap<>();
    private final Queue<Supplier<Uni<Void>>> beforeAdding = new ArrayDeque<>();
    private final List<Long> added = new ArrayList<>();

    /** The next adding waits for this (or fails with it) before it does anything. */
    InMemoryMessages beforeNextAdding(Supplier<Uni<Void>> step) {
        beforeAdding.add(step);
        return this;
    }

    /** The next adding never reaches the store. */
    InMemoryMessages failNextAdding() {
        return beforeNextAdding(() -> Uni.createFrom()
                .failure(Refusal.unavailable(ErrorCode.STORE_UNAVAILABLE, "away", Duration.ofSeconds(1))));
    }

    List<MessageView> all(String conversationId) {
        return List.copyOf(messages(conversationId).values());
    }

    Set<Long> fillers(String conversationId) {
        return fillers.computeIfAbsent(conversationId, id -> new TreeSet<>());
    }

    /** The numbers in the order in which they were stored. */
    List<Long> added() {
        return added;
    }

    private TreeMap<Long, MessageView> messages(String conversationId) {
        return stored.computeIfAbsent(conversationId, id -> new TreeMap<>());
    }

    @Override
    public Uni<MessageView> find(Draft.Key key) {
        return atomically(() -> messages(key.conversationId()).values().stream()
                .filter(each -> each.senderId().equals(key.senderId())
                        && each.clientMessageId().equals(key.clientMessageId()))
                .findFirst()
                .orElse(null));
    }

    @Override
    public Uni<Boolean> add(MessageView message) {
        return Uni.createFrom()
                .deferred(() -> beforeAdding.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : beforeAdding.remove().get())
                .chain(() -> atomically(() -> {
                    var there = messages(message.conversationId());
                    var key = new Draft.Key(message.conversationId(), message.senderId(), message.clientMessageId());
                    if (there.containsKey(message.seq())
                            || fillers(message.conversationId()).contains(message.seq())
                            || there.values().stream()
                                    .anyMatch(each -> key(each).equals(key))) {
                        return false;
                    }
                    there.put(message.seq(), message);
                    added.add(message.seq());
                    return true;
                }));
    }

    private static Draft.Key key(MessageView message) {
        return new Draft.Key(message.conversationId(), message.senderId(), message.clientMessageId());
    }

    @Override
    public Uni<Void> giveUp(String conversationId, Collection<Long> seqs) {
        return atomically(() -> {
            seqs.stream()
                    .filter(seq -> !messages(conversationId).containsKey(seq))
                    .forEach(fillers(conversationId)::add);
            return null;
        });
    }

    @Override
    public Uni<List<MessageView>> following(String conversationId, long after, int limit) {
        return atomically(() -> messages(conversationId).tailMap(after, false).values().stream()
                .limit(limit)
                .toList());
    }

    @Override
    public Uni<List<MessageView>> preceding(String conversationId, long before, int limit) {
        return atomically(() -> messages(conversationId).headMap(before, false).values().stream()
                .sorted(Comparator.comparing(MessageView::seq).reversed())
                .limit(limit)
                .toList());
    }

    @Override
    public Uni<Set<String>> authors(String conversationId, long seq, int limit) {
        return preceding(conversationId, seq + 1, limit)
                .map(found -> found.stream().map(MessageView::senderId).collect(Collectors.toSet()));
    }

    @Override
    public Uni<Map<String, List<String>>> speakers(Map<String, Long> above) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<List<Long>> givenUp(String conversationId, long above, long below) {
        beforeLookingForGaps.run();
        return atomically(() -> List.copyOf(new TreeSet<>(fillers(conversationId)).subSet(above, false, below, false)));
    }

    /** Happens between the reading of a page and the look for what it lacks. */
    void beforeLookingForGaps(Runnable deed) {
        beforeLookingForGaps = deed;
    }

    @Override
    public Uni<Map<String, Long>> countByOthers(String userId, Map<String, Long> above) {
        return atomically(() -> above.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> messages(each.getKey()).tailMap(each.getValue(), false).values().stream()
                                .filter(message -> !message.senderId().equals(userId))
                                .count())));
    }

    @Override
    public Uni<Boolean> anyByOthers(String conversationId, String senderId, long above, long below) {
        return atomically(() -> between(conversationId, above, below).stream()
                .anyMatch(each -> !each.senderId().equals(senderId)));
    }

    @Override
    public Uni<Long> countOwnAndFillers(String conversationId, String senderId, long above, long below) {
        return atomically(() -> between(conversationId, above, below).stream()
                        .filter(each -> each.senderId().equals(senderId))
                        .count()
                + fillers(conversationId).stream()
                        .filter(seq -> seq > above && seq < below)
                        .count());
    }

    private Collection<MessageView> between(String conversationId, long above, long below) {
        return messages(conversationId).subMap(above, false, below, false).values();
    }

    private <T> Uni<T> atomically(Supplier<T> deed) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                return deed.get();
            }
        });
    }
}
