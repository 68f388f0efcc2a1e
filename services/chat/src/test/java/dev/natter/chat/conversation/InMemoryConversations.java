package dev.natter.chat.conversation;

import dev.natter.chat.Unis;
import dev.natter.chat.profile.InMemoryProfiles;
import dev.natter.chat.profile.ShowNames;
import dev.natter.chat.profile.StubDirectory;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Conversations as long as a test lasts. */
public final class InMemoryConversations implements Conversations {

    private final Map<String, Conversation> byId = new LinkedHashMap<>();

    /** Adds a group of these people. */
    public InMemoryConversations with(String id, String... memberIds) {
        byId.put(id, new Conversation(id, Kind.GROUP, null, List.of(memberIds), 0, null, Instant.EPOCH));
        return this;
    }

    /** The door to them. */
    public ConversationAccess access() {
        return new ConversationAccess(this, (conversationId, memberId) -> null);
    }

    /** The read model of them, which is written when a test says so. */
    public ConversationProjection projection(Timeline timeline) {
        return new ConversationProjection(this, timeline, (delay, deed) -> {}, new ProjectionSignal(null));
    }

    /** Writes what is pending there. */
    public Uni<Void> write(ConversationProjection projection) {
        return projection.write();
    }

    /** Who is in them with whom. */
    public Memberships memberships() {
        return new Memberships(this);
    }

    /** The whole list of somebody, fetched page by page. */
    public List<ConversationView> list(
            String userId, ConversationProjection projection, Timeline timeline, Receipts receipts) {
        var listConversations = listConversations(projection, timeline, receipts);
        var all = new ArrayList<ConversationView>();
        Cursor after = null;
        do {
            var page = Unis.get(listConversations.handle(userId, after, 2));
            all.addAll(page.items());
            after = page.next() == null ? null : Cursor.parse(page.next());
        } while (after != null);
        return all;
    }

    /** How they are shown. */
    ConversationViews views(Timeline timeline, Receipts receipts, ShowNames names) {
        return views(projection(timeline), timeline, receipts, names);
    }

    private ConversationViews views(
            ConversationProjection projection, Timeline timeline, Receipts receipts, ShowNames names) {
        return new ConversationViews(
                projection, new CountMembers(this, receipts), timeline, receipts, new StubPresence(), names);
    }

    /** The first page of the list of somebody. */
    public List<ConversationView> page(
            String userId, int limit, ConversationProjection projection, Timeline timeline, Receipts receipts) {
        return Unis.get(listConversations(projection, timeline, receipts).handle(userId, null, limit))
                .items();
    }

    private ListConversations listConversations(
            ConversationProjection projection, Timeline timeline, Receipts receipts) {
        var names = new InMemoryProfiles().names(new StubDirectory());
        return new ListConversations(this, projection, views(projection, timeline, receipts, names));
    }

    /** The conversation as it stands. */
    public Conversation get(String id) {
        synchronized (byId) {
            return byId.get(id);
        }
    }

    @Override
    public Uni<Boolean> isInOneOf(Collection<String> ids, String memberId) {
        return atomically(() -> ids.stream()
                .map(byId::get)
                .anyMatch(each -> each != null && each.memberIds().contains(memberId)));
    }

    @Override
    public Uni<Conversation> add(Conversation group) {
        return atomically(() -> {
            byId.put(group.id(), group);
            return group;
        });
    }

    @Override
    public Uni<Conversation> addDirect(Conversation direct) {
        return atomically(() -> {
            if (pair(direct.memberIds().get(0), direct.memberIds().get(1)) != null) {
                return null;
            }
            byId.put(direct.id(), direct);
            return direct;
        });
    }

    @Override
    public Uni<Conversation> findDirect(String userId, String otherId) {
        return atomically(() -> pair(userId, otherId));
    }

    private Conversation pair(String one, String other) {
        return byId.values().stream()
                .filter(each -> each.kind() == Kind.DIRECT
                        && Set.copyOf(each.memberIds()).equals(Set.of(one, other)))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Uni<Conversation> find(String id, String memberId) {
        return atomically(() -> visible(id, memberId));
    }

    private Conversation visible(String id, String memberId) {
        var found = byId.get(id);
        return found != null && found.memberIds().contains(memberId) ? found : null;
    }

    @Override
    public Uni<List<Conversation>> page(String memberId, Cursor after, int limit) {
        return atomically(() -> byId.values().stream()
                .filter(each -> each.memberIds().contains(memberId))
                .sorted(Comparator.comparing(Conversation::updatedAt)
                        .thenComparing(Conversation::id)
                        .reversed())
                .filter(each -> after == null || isBehind(each, after))
                .limit(limit)
                .map(InMemoryConversations::listed)
                .toList());
    }

    private static Conversation listed(Conversation each) {
        var first = each.memberIds().stream()
                .limit(ConversationView.MAX_MEMBERS + 1)
                .toList();
        return new Conversation(
                each.id(),
                each.kind(),
                each.title(),
                first,
                each.memberCount(),
                each.lastSeq(),
                each.last(),
                each.updatedAt());
    }

    private static boolean isBehind(Conversation each, Cursor cursor) {
        var byTime = each.updatedAt().compareTo(cursor.updatedAt());
        return byTime < 0 || (byTime == 0 && each.id().compareTo(cursor.id()) < 0);
    }

    @Override
    public Uni<Conversation> findOf(String id, List<String> memberIds) {
        return atomically(() -> byId.get(id));
    }

    @Override
    public Uni<Void> writeMemberCount(String id, int count) {
        return atomically(() -> {
            byId.computeIfPresent(id, (same, found) -> found.withMemberCount(count));
            return null;
        });
    }

    @Override
    public Uni<Void> project(Collection<LogHead> newest) {
        return atomically(() -> {
            newest.forEach(head -> byId.computeIfPresent(
                    head.conversationId(), (id, found) -> found.lastSeq() < head.seq() ? found.with(head) : found));
            return null;
        });
    }

    @Override
    public Uni<Set<String>> companions(String userId) {
        return atomically(() -> byId.values().stream()
                .filter(each -> each.memberIds().contains(userId))
                .flatMap(each -> each.memberIds().stream())
                .filter(each -> !each.equals(userId))
                .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Set<String>> idsOf(String memberId) {
        return atomically(() -> byId.values().stream()
                .filter(each -> each.memberIds().contains(memberId))
                .map(Conversation::id)
                .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Map<String, List<String>>> membersOf(Collection<String> ids) {
        return atomically(() -> ids.stream()
                .filter(byId::containsKey)
                .collect(Collectors.toMap(id -> id, id -> byId.get(id).memberIds())));
    }

    @Override
    public Uni<Set<String>> companionsAmong(String userId, Collection<String> candidates) {
        return companions(userId)
                .map(all -> all.stream().filter(candidates::contains).collect(Collectors.toSet()));
    }

    private <T> Uni<T> atomically(Supplier<T> deed) {
        return Uni.createFrom().item(() -> {
            synchronized (byId) {
                return deed.get();
            }
        });
    }
}
