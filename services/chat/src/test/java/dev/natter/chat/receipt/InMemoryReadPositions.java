package dev.natter.chat.receipt;

import dev.natter.chat.conversation.Positions;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Positions as long as a test lasts. */
public final class InMemoryReadPositions implements ReadPositions {

    private final Map<String, Map<String, Long>> read = new ConcurrentHashMap<>();

    /** The door for senders. */
    public OwnPosition own() {
        return new OwnPosition(this);
    }

    /** How far this member has read. */
    public long get(String conversationId, String userId) {
        return read.getOrDefault(conversationId, Map.of()).getOrDefault(userId, 0L);
    }

    @Override
    public Uni<Long> find(String conversationId, String userId) {
        return Uni.createFrom().item(() -> get(conversationId, userId));
    }

    @Override
    public Uni<Positions> findAll(Collection<String> conversationIds) {
        return Uni.createFrom()
                .item(() -> new Positions(read.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                each -> each.getValue().entrySet().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey,
                                                position -> new Positions.Position(0, position.getValue())))))));
    }

    @Override
    public Uni<Boolean> advance(String conversationId, String userId, long seq, Instant at) {
        return Uni.createFrom().item(() -> change(conversationId, userId, old -> Math.max(old, seq)));
    }

    @Override
    public Uni<Boolean> move(String conversationId, String userId, long from, long to) {
        return Uni.createFrom().item(() -> change(conversationId, userId, old -> old == from ? to : old));
    }

    private synchronized boolean change(String conversationId, String userId, UnaryOperator<Long> change) {
        var before = get(conversationId, userId);
        var after = change.apply(before);
        read.computeIfAbsent(conversationId, id -> new ConcurrentHashMap<>()).put(userId, after);
        return after != before;
    }
}
