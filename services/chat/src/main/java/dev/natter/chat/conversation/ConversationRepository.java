package dev.natter.chat.conversation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Projections.slice;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.pullAll;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.natter.chat.conversation.Conversation.ArchiveMark;
import dev.natter.chat.conversation.Conversation.GroupState;
import dev.natter.chat.conversation.Conversation.Kind;
import dev.natter.chat.conversation.MessageQueries.LogHead;
import dev.natter.chat.mongo.ChatDatabase;
import dev.natter.chat.mongo.DatabaseFailures;
import dev.natter.web.Cursors;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Queries are by id, by the index {@code conversations_of_a_member}, or by {@code direct_conversation_of_a_pair}. */
@ApplicationScoped
class ConversationRepository implements ReactivePanacheMongoRepositoryBase<Conversation, String> {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    /** All fields, and the first members; named one by one because the embedded server would leave out the others. */
    private static final Bson LISTED = fields(
            include(
                    "kind",
                    "title",
                    "pair",
                    "memberCount",
                    "lastSeq",
                    "last",
                    "createdAt",
                    "updatedAt",
                    "group",
                    "announced",
                    "avatar"),
            slice("memberIds", ConversationView.MAX_MEMBERS + 1));

    private final ChatDatabase database;

    ConversationRepository(ChatDatabase database) {
        this.database = database;
    }

    /** Who is in a conversation. Public because its codec demands it. */
    @RegisterForReflection
    public record Members(@BsonId String id, @Nullable List<String> memberIds) {

        List<String> all() {
            return memberIds == null ? List.of() : memberIds;
        }
    }

    /** How far a conversation is projected. Public because its codec demands it. */
    @RegisterForReflection
    public record Head(@BsonId String id, long lastSeq) {}

    /** What a conversation is called. Public because its codec demands it. */
    @RegisterForReflection
    public record Titled(@BsonId String id, String title) {}

    /** A member's part in a conversation. Public because its codec demands it, as what it has. */
    @RegisterForReflection
    public record Membership(
            @BsonId String id,
            @Nullable Map<String, Long> joined,
            @Nullable Long announced,
            @Nullable Changes group) {

        @RegisterForReflection
        public record Changes(long changes) {}

        boolean isUnsettled() {
            return announced != null && announced > (group == null ? 0 : group.changes());
        }

        long joinedSeq(String userId) {
            return joined == null ? 0 : joined.getOrDefault(userId, 0L);
        }
    }

    /** Adds the conversation; null, and nothing added, when it is direct and its pair has one already. */
    Uni<@Nullable Conversation> add(Conversation started) {
        return database.execute(() -> persist(started))
                // The unique index on the pair decides between two who start at the same instant.
                .onFailure(DatabaseFailures::isDuplicate)
                .recoverWithNull();
    }

    /** The direct conversation of these two, in either order; null when there is none. */
    Uni<@Nullable Conversation> getDirect(String userId, String otherId) {
        return database.execute(
                () -> find("pair", Conversation.pair(userId, otherId)).firstResult());
    }

    Uni<@Nullable Conversation> getById(String id) {
        return database.execute(() -> findById(id));
    }

    /** Those of these conversations in which this user is. */
    Uni<List<Conversation>> among(Collection<String> ids, String memberId, int limit) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : database.execute(() -> mongoCollection()
                        .find(and(in("_id", ids), eq("memberIds", memberId)), new FindOptions().limit(limit))
                        .collect()
                        .asList());
    }

    /** Notes that the log may have one change more than these; false when the conversation has had others. */
    Uni<Boolean> announce(String id, long changes) {
        return matches(hasHad(id, changes), max("announced", changes + 1));
    }

    /** Writes what a change of the group changes; false when it is written already. */
    Uni<Boolean> change(Conversation before, Conversation after) {
        return matches(
                hasHad(before.id(), before.changes()),
                combine(
                        set("memberIds", after.memberIds()),
                        set("memberCount", after.memberCount()),
                        after.title() == null ? unset("title") : set("title", after.title()),
                        after.joined() == null ? unset("joined") : set("joined", after.joined()),
                        set("group", after.group()),
                        pullAll("pinnedBy", gone(before, after)),
                        pull("archivedBy", in("userId", gone(before, after)))));
    }

    private static List<String> gone(Conversation before, Conversation after) {
        return before.memberIds().stream()
                .filter(Predicate.not(Set.copyOf(after.memberIds())::contains))
                .toList();
    }

    /** Gives a conversation another avatar, or none; false when its avatar is another than {@code before} by now. */
    Uni<Boolean> changeAvatar(String id, @Nullable String before, @Nullable String after) {
        return matches(
                and(eq("_id", id), eq("avatar", before)), after == null ? unset("avatar") : set("avatar", after));
    }

    /** Notes that the log has no further changes of the group up to this entry. */
    Uni<Void> settle(Conversation found, long seq) {
        var state = found.state();
        var settled = new GroupState(state.ownerId(), state.adminIds(), state.changes(), seq);
        return matches(hasHad(found.id(), state.changes()), set("group", settled))
                .replaceWithVoid();
    }

    private static Bson hasHad(String id, long changes) {
        var isSo = eq("group.changes", changes);
        return and(eq("_id", id), changes == 0 ? or(eq("group", null), isSo) : isSo);
    }

    private Uni<Boolean> matches(Bson filter, Bson change) {
        return database.execute(() -> mongoCollection().updateOne(filter, change))
                .map(done -> done.getMatchedCount() > 0);
    }

    /**
     * A user's conversations behind the cursor, the archived ones or the others: those that the user has pinned first, then
     * latest activity first. Each has its first members only.
     */
    Uni<List<Conversation>> page(String memberId, boolean archived, @Nullable ConversationCursor after, int limit) {
        var others = page(memberId, archived, false, after == null || after.pinned() ? null : after, limit);
        return after != null && !after.pinned()
                ? others
                : Uni.combine()
                        .all()
                        .unis(page(memberId, archived, true, after, limit), others)
                        .with((pinned, rest) -> Stream.concat(pinned.stream(), rest.stream())
                                .limit(limit)
                                .toList());
    }

    private Uni<List<Conversation>> page(
            String memberId, boolean archived, boolean pinned, @Nullable ConversationCursor after, int limit) {
        var mine = and(
                eq("memberIds", memberId),
                is("pinnedBy", memberId, pinned),
                is("archivedBy.userId", memberId, archived));
        var options = new FindOptions()
                .sort(descending("updatedAt", "_id"))
                .limit(limit)
                .projection(LISTED);
        return database.execute(() -> mongoCollection()
                .find(after == null ? mine : and(mine, behind(after)), options)
                .map(found -> found.putAway(memberId, pinned, archived))
                .collect()
                .asList());
    }

    private static Bson is(String field, String memberId, boolean included) {
        return included ? eq(field, memberId) : ne(field, memberId);
    }

    /** Pins the conversation for this member, or takes that back. */
    Uni<Void> pin(String id, String memberId, boolean pinned) {
        return update(id, memberId, pinned ? addToSet("pinnedBy", memberId) : pull("pinnedBy", memberId));
    }

    /** Archives the conversation for this member until a message comes behind {@code seq}. */
    Uni<Void> archive(String id, String memberId, long seq) {
        return update(id, memberId, addToSet("archivedBy", new ArchiveMark(memberId, seq)));
    }

    Uni<Void> unarchive(String id, String memberId) {
        return update(id, memberId, pull("archivedBy", new Document("userId", memberId)));
    }

    private Uni<Void> update(String id, String memberId, Bson change) {
        return database.execute(() ->
                        mongoCollection().updateOne(and(eq("_id", id), eq("memberIds", memberId)), change))
                .replaceWithVoid();
    }

    Uni<Long> countPinned(String memberId) {
        return database.execute(
                () -> mongoCollection().countDocuments(and(eq("memberIds", memberId), eq("pinnedBy", memberId))));
    }

    /** Brings these conversations up to date with their logs, in one command; those that are already are left alone. */
    Uni<Void> project(Collection<LogHead> newest) {
        var updates = newest.stream().map(ConversationRepository::forward).toList();
        return database.execute(() -> mongoCollection().bulkWrite(updates, UNORDERED))
                .replaceWithVoid();
    }

    private static WriteModel<Conversation> forward(LogHead head) {
        var changes = new ArrayList<Bson>();
        changes.add(set("lastSeq", head.seq()));
        if (head.activeAt() != null) {
            // Never back: the clocks of replicas differ.
            changes.add(max("updatedAt", head.activeAt()));
        }
        var message = head.message();
        if (message != null) {
            var quote = message.replyTo();
            changes.add(set("last", message.quoting(quote == null ? null : quote.reference())));
            if (message.hiddenFrom() == null) {
                changes.add(pull("archivedBy", lt("seq", message.seq())));
            }
        }
        return new UpdateOneModel<>(and(eq("_id", head.conversationId()), lt("lastSeq", head.seq())), combine(changes));
    }

    Uni<Boolean> isDirect(String id) {
        return database.execute(() -> count("_id = ?1 and kind = ?2", id, Kind.DIRECT))
                .map(found -> found > 0);
    }

    Uni<List<Membership>> membershipsOf(String memberId) {
        return database.execute(() -> mongoCollection()
                .find(
                        eq("memberIds", memberId),
                        Membership.class,
                        new FindOptions().projection(include("joined." + memberId, "announced", "group.changes")))
                .collect()
                .asList());
    }

    Uni<Set<String>> idsOf(String memberId) {
        return members(eq("memberIds", memberId), new FindOptions(), "_id")
                .map(found -> found.stream().map(Members::id).collect(Collectors.toSet()));
    }

    Uni<SortedMap<String, Long>> lastSeqs(String after, int limit) {
        var options = new FindOptions().sort(ascending("_id")).limit(limit).projection(include("lastSeq"));
        return database.execute(() -> mongoCollection()
                .find(gt("_id", after), Head.class, options)
                .collect()
                .in(TreeMap<String, Long>::new, (all, found) -> all.put(found.id(), found.lastSeq()))
                .map(Function.identity()));
    }

    /** Titles by conversation; those without one are absent. */
    Uni<Map<String, String>> titlesOf(Collection<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : database.execute(() -> mongoCollection()
                                .find(
                                        and(in("_id", ids), ne("title", null)),
                                        Titled.class,
                                        new FindOptions().projection(include("title")))
                                .collect()
                                .asList())
                        .map(found -> found.stream().collect(Collectors.toMap(Titled::id, Titled::title)));
    }

    Uni<Set<String>> contacts(String userId) {
        return contacts(userId, eq("memberIds", userId), everyone -> true);
    }

    /** Those of the candidates who share a conversation with this user. */
    Uni<Set<String>> contactsAmong(String userId, Collection<String> candidates) {
        var sought = Set.copyOf(candidates);
        return sought.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : contacts(userId, and(eq("memberIds", userId), in("memberIds", sought)), sought::contains);
    }

    /** Of many large groups no more is kept in memory than is wanted. */
    private Uni<Set<String>> contacts(String userId, Bson shared, Predicate<String> isWanted) {
        return database.execute(() -> mongoCollection()
                .find(shared, Members.class, new FindOptions().projection(include("memberIds")))
                .collect()
                .in(
                        HashSet<String>::new,
                        (all, found) -> found.all().stream().filter(isWanted).forEach(all::add))
                .invoke(all -> all.remove(userId))
                .map(Function.identity()));
    }

    private Uni<List<Members>> members(Bson filter, FindOptions options, String field) {
        return database.execute(() -> mongoCollection()
                .find(filter, Members.class, options.projection(include(field)))
                .collect()
                .asList());
    }

    private static Bson behind(ConversationCursor cursor) {
        return or(
                lt("updatedAt", cursor.updatedAt()), and(eq("updatedAt", cursor.updatedAt()), lt("_id", cursor.id())));
    }

    /**
     * Where the next page of a list begins: behind the last one shown, among the pinned ones or behind them, by its latest
     * activity and its id. A conversation with a new message moves before it. Pages show each unchanged one once.
     */
    record ConversationCursor(boolean pinned, Instant updatedAt, String id) {

        static ConversationCursor behind(Conversation conversation, String userId) {
            return new ConversationCursor(conversation.isPinnedBy(userId), conversation.updatedAt(), conversation.id());
        }

        /** Reads what {@link #encoded} wrote; fails with 400 for anything else. */
        static ConversationCursor parse(String cursor) {
            var parts = Cursors.decode("after", cursor, 3);
            return new ConversationCursor(
                    Boolean.parseBoolean(parts.get(0)), Cursors.instant("after", parts.get(1)), parts.get(2));
        }

        String encoded() {
            return Cursors.encode(String.valueOf(pinned), String.valueOf(updatedAt.toEpochMilli()), id);
        }
    }
}
