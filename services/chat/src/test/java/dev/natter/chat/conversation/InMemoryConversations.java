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

    /** The one who looks for newest messages in this timeline. */
    public CatchUp catchUp(Timeline timeline) {
        return new CatchUp(this, timeline);
    }

    /** Who is in them with whom. */
    public Memberships memberships() {
        return new Memberships(this);
    }

    /** The whole list of somebody, fetched page by page. */
    public List<ConversationView> list(String userId, Timeline timeline, Receipts receipts) {
        var names = new InMemoryProfiles().names(new StubDirectory());
        var views = views(timeline, receipts, names);
        var listConversations = new ListConversations(this, views);
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
        return new ConversationViews(
                catchUp(timeline), new CountMembers(this, receipts), timeline, receipts, new StubPresence(), names);
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
                each.taken(),
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

    /** Takes the next number for a message of this sender. */
    public Uni<Place> takePlace(String id, String senderId, Instant at) {
        return takePlace(id, senderId, at, null);
    }

    @Override
    public Uni<Place> takePlace(String id, String senderId, Instant at, List<String> memberIds) {
        return atomically(() -> {
            var found = visible(id, senderId);
            if (found == null) {
                return null;
            }
            var taken = found.taken() + 1;
            byId.put(id, new Conversation(id, found.kind(), found.title(), found.memberIds(), taken, found.last(), at));
            return new Place(id, taken, found.memberIds(), at);
        });
    }

    @Override
    public Uni<Void> writeMemberCount(String id, int count) {
        return atomically(() -> {
            byId.computeIfPresent(id, (same, found) -> found.withMemberCount(count));
            return null;
        });
    }

    @Override
    public Uni<Void> bringForward(MessageView last) {
        return atomically(() -> {
            byId.computeIfPresent(
                    last.conversationId(), (id, found) -> found.lastSeq() < last.seq() ? found.withLast(last) : found);
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
