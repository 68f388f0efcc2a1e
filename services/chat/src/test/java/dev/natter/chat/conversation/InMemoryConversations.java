package dev.natter.chat.conversation;

import dev.natter.chat.Unis;
import dev.natter.chat.conversation.Conversation.Kind;
import dev.natter.chat.conversation.ConversationRepository.ConversationCursor;
import dev.natter.chat.conversation.MessageQueries.LogHead;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.profile.InMemoryProfiles;
import dev.natter.chat.profile.Privacy;
import dev.natter.chat.profile.ProfileService;
import dev.natter.chat.profile.StubDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Conversations as long as a test lasts. */
@Vetoed
public final class InMemoryConversations extends ConversationRepository {

    private final Map<String, Conversation> byId = new LinkedHashMap<>();

    private final AtomicInteger deaths = new AtomicInteger();
    private GroupChanges groupChanges = new GroupChanges(this, new StubMessageQueries(), null, null);

    public InMemoryConversations() {
        super(null);
    }

    /** Stores the direct conversation of two. */
    public InMemoryConversations direct(String id, String one, String other) {
        byId.put(id, Conversation.started(id, null, List.of(one, other), Instant.EPOCH));
        return this;
    }

    /** From now on groups change as this log says. */
    public GroupChanges changedBy(MessageQueries messageQueries, Receipts receipts, ConversationListener listener) {
        groupChanges = new GroupChanges(this, messageQueries, receipts, listener);
        return groupChanges;
    }

    /** Adds a group of these people. */
    public InMemoryConversations with(String id, String... memberIds) {
        byId.put(
                id,
                new Conversation(
                        id,
                        Kind.GROUP,
                        null,
                        List.of(memberIds),
                        memberIds.length,
                        null,
                        0,
                        null,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        return this;
    }

    /** The door to them. */
    public ConversationAccess access() {
        return new ConversationAccess(this, groupChanges);
    }

    /** The read model of them, which is written when a test says so. */
    public ConversationProjection projection(MessageQueries messageQueries) {
        return new ConversationProjection(this, messageQueries, List.of());
    }

    /** Writes what is pending there. */
    public Uni<Void> write(ConversationProjection projection) {
        return projection.write();
    }

    /** Who is in them with whom. */
    public Memberships memberships() {
        return new Memberships(this, groupChanges);
    }

    /** The whole list of a user, fetched page by page. */
    public List<ConversationView> list(
            String userId, ConversationProjection projection, MessageQueries messageQueries, Receipts receipts) {
        var queries = queries(projection, messageQueries, receipts);
        var all = new ArrayList<ConversationView>();
        ConversationCursor after = null;
        do {
            var page = Unis.get(queries.list(userId, false, after, 2));
            all.addAll(page.items());
            after = page.next() == null ? null : ConversationCursor.parse(page.next());
        } while (after != null);
        return all;
    }

    /** The replica that applies the next change of a group is killed before it has. */
    public void dieBeforeNextChange() {
        deaths.incrementAndGet();
    }

    /** How they are started. */
    public StartConversation starting(
            MessageQueries messageQueries,
            Receipts receipts,
            ProfileService profiles,
            Privacy privacy,
            Delivery delivery,
            ConversationLimits limits) {
        return new StartConversation(
                this,
                views(messageQueries, receipts, profiles),
                receipts,
                profiles,
                privacy,
                new PrivacyFilter(privacy),
                (id, added, removed) -> {},
                delivery,
                limits,
                null,
                null);
    }

    /** How they are shown. */
    ConversationViews views(MessageQueries messageQueries, Receipts receipts, ProfileService profiles) {
        return views(projection(messageQueries), messageQueries, receipts, profiles);
    }

    private ConversationViews views(
            ConversationProjection projection,
            MessageQueries messageQueries,
            Receipts receipts,
            ProfileService profiles) {
        return views(projection, messageQueries, receipts, profiles, new InMemoryProfiles().privacy());
    }

    private ConversationViews views(
            ConversationProjection projection,
            MessageQueries messageQueries,
            Receipts receipts,
            ProfileService profiles,
            Privacy privacy) {
        return new ConversationViews(
                projection, messageQueries, receipts, new StubPresence(), profiles, new PrivacyFilter(privacy));
    }

    /** The first page of the list of a user. */
    public List<ConversationView> page(
            String userId,
            int limit,
            ConversationProjection projection,
            MessageQueries messageQueries,
            Receipts receipts) {
        return Unis.get(queries(projection, messageQueries, receipts).list(userId, false, null, limit))
                .items();
    }

    private ConversationQueries queries(
            ConversationProjection projection, MessageQueries messageQueries, Receipts receipts) {
        var profiles = new InMemoryProfiles().service(new StubDirectory());
        return new ConversationQueries(
                access(), this, projection, views(projection, messageQueries, receipts, profiles));
    }

    /** The conversation as it stands. */
    public Conversation get(String id) {
        synchronized (byId) {
            return byId.get(id);
        }
    }

    @Override
    Uni<List<Conversation>> among(Collection<String> ids, String memberId, int limit) {
        return atomically(() -> ids.stream()
                .map(byId::get)
                .filter(each -> each != null && each.memberIds().contains(memberId))
                .limit(limit)
                .toList());
    }

    @Override
    Uni<Boolean> announce(String id, long changes) {
        return atomically(() -> {
            var found = byId.get(id);
            if (found == null || found.changes() != changes) {
                return false;
            }
            byId.put(id, announced(found, changes + 1));
            return true;
        });
    }

    @Override
    Uni<Boolean> change(Conversation before, Conversation after) {
        return atomically(() -> {
            if (deaths.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
                throw new IllegalStateException("killed");
            }
            var found = byId.get(before.id());
            if (found == null || found.changes() != before.changes()) {
                return false;
            }
            byId.put(before.id(), changed(found, after));
            return true;
        });
    }

    @Override
    Uni<Void> settle(Conversation found, long seq) {
        return Uni.createFrom().voidItem();
    }

    private static Conversation announced(Conversation found, long announced) {
        return new Conversation(
                found.id(),
                found.kind(),
                found.title(),
                found.memberIds(),
                found.memberCount(),
                found.pair(),
                found.lastSeq(),
                found.last(),
                found.createdAt(),
                found.updatedAt(),
                found.pinnedBy(),
                found.archivedBy(),
                found.group(),
                found.joined(),
                announced,
                found.avatar());
    }

    private static Conversation changed(Conversation found, Conversation after) {
        return new Conversation(
                found.id(),
                found.kind(),
                after.title(),
                after.memberIds(),
                after.memberCount(),
                found.pair(),
                found.lastSeq(),
                found.last(),
                found.createdAt(),
                found.updatedAt(),
                after.pinnedBy(),
                after.archivedBy(),
                after.group(),
                after.joined(),
                found.announced(),
                found.avatar());
    }

    @Override
    Uni<Conversation> add(Conversation started) {
        return atomically(() -> {
            if (started.pair() != null && pair(started.pair()) != null) {
                return null;
            }
            byId.put(started.id(), started);
            return started;
        });
    }

    @Override
    Uni<Conversation> getDirect(String userId, String otherId) {
        return atomically(() -> pair(Conversation.pair(userId, otherId)));
    }

    private Conversation pair(String pair) {
        return byId.values().stream()
                .filter(each -> pair.equals(each.pair()))
                .findFirst()
                .orElse(null);
    }

    @Override
    Uni<Conversation> getById(String id) {
        return atomically(() -> byId.get(id));
    }

    @Override
    Uni<List<Conversation>> page(String memberId, boolean archived, ConversationCursor after, int limit) {
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
                each.pair(),
                each.lastSeq(),
                each.last(),
                each.createdAt(),
                each.updatedAt(),
                each.pinnedBy(),
                each.archivedBy(),
                each.group(),
                null,
                each.announced(),
                each.avatar());
    }

    private static boolean isBehind(Conversation each, ConversationCursor cursor) {
        var byTime = each.updatedAt().compareTo(cursor.updatedAt());
        return byTime < 0 || (byTime == 0 && each.id().compareTo(cursor.id()) < 0);
    }

    @Override
    Uni<Void> project(Collection<LogHead> newest) {
        return atomically(() -> {
            newest.forEach(head -> byId.computeIfPresent(
                    head.conversationId(), (id, found) -> found.lastSeq() < head.seq() ? found.with(head) : found));
            return null;
        });
    }

    @Override
    Uni<Set<String>> contacts(String userId) {
        return atomically(() -> byId.values().stream()
                .filter(each -> each.memberIds().contains(userId))
                .flatMap(each -> each.memberIds().stream())
                .filter(each -> !each.equals(userId))
                .collect(Collectors.toSet()));
    }

    @Override
    Uni<Boolean> isDirect(String id) {
        return Uni.createFrom().item(() -> get(id).kind() == Kind.DIRECT);
    }

    @Override
    Uni<Set<String>> idsOf(String memberId) {
        return atomically(() -> byId.values().stream()
                .filter(each -> each.memberIds().contains(memberId))
                .map(Conversation::id)
                .collect(Collectors.toSet()));
    }

    @Override
    Uni<Set<String>> contactsAmong(String userId, Collection<String> candidates) {
        return contacts(userId)
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
