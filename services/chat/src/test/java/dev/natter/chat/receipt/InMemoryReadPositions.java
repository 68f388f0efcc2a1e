package dev.natter.chat.receipt;

import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.MessageQueries;
import dev.natter.chat.conversation.Positions;
import dev.natter.chat.conversation.Receipts;
import dev.natter.chat.conversation.StubPresence;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.profile.InMemoryProfiles;
import dev.natter.chat.profile.Privacy;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Positions as long as a test lasts. */
public final class InMemoryReadPositions implements Receipts {

    private static final Positions.Position START = new Positions.Position(0, 0);

    private final Map<String, Map<String, Positions.Position>> byConversation = new HashMap<>();

    /** The use case on these positions. */
    public MarkPosition markPosition(
            ConversationAccess access, MessageQueries messageQueries, Delivery delivery, Clock clock) {
        return markPosition(access, messageQueries, new InMemoryProfiles().privacy(), delivery, clock);
    }

    MarkPosition markPosition(
            ConversationAccess access, MessageQueries messageQueries, Privacy privacy, Delivery delivery, Clock clock) {
        return new MarkPosition(
                access,
                messageQueries,
                this,
                new StubPresence(),
                privacy,
                1,
                delivery,
                clock,
                (conversationId, userId, seq) -> {});
    }

    /** How far this member has read. */
    public long get(String conversationId, String userId) {
        return position(conversationId, userId).read();
    }

    /** What has reached this member. */
    public long delivered(String conversationId, String userId) {
        return position(conversationId, userId).delivered();
    }

    private synchronized Positions.Position position(String conversationId, String userId) {
        return byConversation.getOrDefault(conversationId, Map.of()).getOrDefault(userId, START);
    }

    @Override
    public Uni<Positions> positions(Map<String, List<String>> membersByConversation) {
        return Uni.createFrom().item(this::copy);
    }

    @Override
    public Uni<Positions.Position> lowest(String conversationId, String exceptUserId) {
        return Uni.createFrom().item(() -> {
            var others = copyOf(conversationId).entrySet().stream()
                    .filter(each -> !each.getKey().equals(exceptUserId))
                    .map(Map.Entry::getValue)
                    .toList();
            return new Positions.Position(
                    others.stream()
                            .mapToLong(Positions.Position::delivered)
                            .min()
                            .orElse(0),
                    others.stream().mapToLong(Positions.Position::read).min().orElse(0));
        });
    }

    private synchronized Map<String, Positions.Position> copyOf(String conversationId) {
        return Map.copyOf(byConversation.getOrDefault(conversationId, Map.of()));
    }

    @Override
    public Uni<Void> begin(String conversationId, Collection<String> userIds, long joinedSeq) {
        return Uni.createFrom().item(() -> {
            userIds.forEach(userId -> changeNow(
                    conversationId,
                    userId,
                    old -> new Positions.Position(
                            Math.max(old.joinedSeq(), joinedSeq),
                            Math.max(old.delivered(), joinedSeq),
                            Math.max(old.read(), joinedSeq),
                            old.mutedUntil(),
                            old.markedUnread())));
            return null;
        });
    }

    @Override
    public synchronized Uni<Void> end(String conversationId, Collection<String> userIds) {
        byConversation
                .computeIfAbsent(conversationId, id -> new HashMap<>())
                .keySet()
                .removeAll(List.copyOf(userIds));
        return Uni.createFrom().voidItem();
    }

    private synchronized Positions copy() {
        return new Positions(byConversation.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Map.copyOf(each.getValue()))));
    }

    @Override
    public Uni<Boolean> advance(String conversationId, String userId, long seq, Instant at) {
        return change(conversationId, userId, old -> readTo(old, Math.max(old.read(), seq)));
    }

    @Override
    public Uni<Boolean> deliver(String conversationId, String userId, long seq, Instant at) {
        return change(conversationId, userId, old -> moved(old, Math.max(old.delivered(), seq), old.read()));
    }

    @Override
    public Uni<Void> mute(String conversationId, String userId, Instant until) {
        return change(
                        conversationId,
                        userId,
                        old -> new Positions.Position(
                                old.joinedSeq(), old.delivered(), old.read(), until, old.markedUnread()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> markUnread(String conversationId, String userId, boolean unread) {
        return change(
                        conversationId,
                        userId,
                        old -> new Positions.Position(
                                old.joinedSeq(), old.delivered(), old.read(), old.mutedUntil(), unread))
                .replaceWithVoid();
    }

    private static Positions.Position readTo(Positions.Position old, long read) {
        return moved(old, Math.max(old.delivered(), read), read);
    }

    private static Positions.Position moved(Positions.Position old, long delivered, long read) {
        return new Positions.Position(old.joinedSeq(), delivered, read, old.mutedUntil(), old.markedUnread());
    }

    private Uni<Boolean> change(String conversationId, String userId, UnaryOperator<Positions.Position> change) {
        return Uni.createFrom().item(() -> changeNow(conversationId, userId, change));
    }

    private synchronized boolean changeNow(
            String conversationId, String userId, UnaryOperator<Positions.Position> change) {
        var before = position(conversationId, userId);
        var after = change.apply(before);
        byConversation.computeIfAbsent(conversationId, id -> new HashMap<>()).put(userId, after);
        return !after.equals(before);
    }
}
