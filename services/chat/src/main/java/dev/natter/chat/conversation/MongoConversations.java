package dev.natter.chat.conversation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Projections.slice;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.natter.chat.store.ChatDatabase;
import dev.natter.chat.store.StoreFailures;
import dev.natter.chat.store.StoredCollection;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MongoConversations implements Conversations {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    /** All fields, and the first members; named one by one because the embedded database would leave out the others. */
    private static final Bson LISTED = fields(
            include("kind", "title", "pair", "memberCount", "lastSeq", "last", "createdAt", "updatedAt"),
            slice("memberIds", ConversationView.MAX_MEMBERS + 1));

    private final ChatDatabase database;

    MongoConversations(ChatDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<Conversation> add(Conversation group) {
        return ask(collection -> collection.insertOne(ConversationDocument.of(group)))
                .replaceWith(group);
    }

    @Override
    public Uni<@Nullable Conversation> addDirect(Conversation direct) {
        return add(direct)
                // The unique index on the pair decides between two who start at the same instant.
                .onFailure(StoreFailures::isDuplicate)
                .recoverWithNull();
    }

    @Override
    public Uni<@Nullable Conversation> findDirect(String userId, String otherId) {
        return first(eq("pair", ConversationDocument.pair(userId, otherId)));
    }

    @Override
    public Uni<@Nullable Conversation> find(String id, String memberId) {
        return first(memberOf(id, memberId));
    }

    @Override
    public Uni<@Nullable Conversation> findOf(String id, List<String> memberIds) {
        return ask(collection -> collection
                .find(eq("_id", id), new FindOptions().projection(exclude("memberIds")))
                .collect()
                .first()
                .onItem()
                .ifNotNull()
                .transform(document -> document.toConversation(memberIds)));
    }

    @Override
    public Uni<Boolean> isInOneOf(Collection<String> ids, String memberId) {
        return database.ask(
                StoredCollection.CONVERSATIONS,
                IdDocument.class,
                collection -> collection
                        .find(
                                and(in("_id", ids), eq("memberIds", memberId)),
                                new FindOptions().projection(include("_id")).limit(1))
                        .collect()
                        .first()
                        .map(Objects::nonNull));
    }

    @Override
    public Uni<List<Conversation>> page(String memberId, @Nullable Cursor after, int limit) {
        var mine = eq("memberIds", memberId);
        var options = new FindOptions()
                .sort(descending("updatedAt", "_id"))
                .limit(limit)
                .projection(LISTED);
        return ask(collection -> collection
                .find(after == null ? mine : and(mine, behind(after)), options)
                .map(ConversationDocument::toConversation)
                .collect()
                .asList());
    }

    @Override
    public Uni<Void> writeMemberCount(String id, int count) {
        return ask(collection -> collection.updateOne(eq("_id", id), set("memberCount", count)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> project(Collection<LogHead> newest) {
        var updates = newest.stream().map(MongoConversations::forward).toList();
        return ask(collection -> collection.bulkWrite(updates, UNORDERED)).replaceWithVoid();
    }

    private static WriteModel<ConversationDocument> forward(LogHead head) {
        // Never back: the clocks of replicas differ.
        var always = combine(set("lastSeq", head.seq()), max("updatedAt", head.at()));
        var message = head.message();
        return new UpdateOneModel<>(
                and(eq("_id", head.conversationId()), lt("lastSeq", head.seq())),
                message == null ? always : combine(always, set("last", LastMessageDocument.of(message))));
    }

    @Override
    public Uni<Set<String>> companions(String userId) {
        return ask(
                MembersDocument.class,
                collection -> collection
                        .find(eq("memberIds", userId), new FindOptions().projection(include("memberIds")))
                        .collect()
                        .in(HashSet<String>::new, (all, members) -> all.addAll(members.memberIds()))
                        .invoke(all -> all.remove(userId))
                        .map(Function.identity()));
    }

    @Override
    public Uni<Set<String>> idsOf(String memberId) {
        return ask(
                MembersDocument.class,
                collection -> collection
                        .find(eq("memberIds", memberId), new FindOptions().projection(include("_id")))
                        .map(MembersDocument::id)
                        .collect()
                        .in(HashSet<String>::new, HashSet::add)
                        .map(Function.identity()));
    }

    @Override
    public Uni<Map<String, List<String>>> membersOf(Collection<String> ids) {
        return ask(
                MembersDocument.class,
                collection -> collection
                        .find(in("_id", ids), new FindOptions().projection(include("memberIds")))
                        .collect()
                        .asMap(MembersDocument::id, MembersDocument::memberIds));
    }

    @Override
    public Uni<Set<String>> companionsAmong(String userId, Collection<String> candidates) {
        var shared = and(eq("memberIds", userId), in("memberIds", candidates));
        var sought = Set.copyOf(candidates);
        return ask(
                MembersDocument.class,
                collection -> collection
                        .find(shared, new FindOptions().projection(include("memberIds")))
                        .collect()
                        // Of many large groups no more is kept than was asked for.
                        .in(
                                HashSet<String>::new,
                                (all, members) -> members.memberIds().stream()
                                        .filter(sought::contains)
                                        .forEach(all::add))
                        .invoke(all -> all.remove(userId))
                        .map(Function.identity()));
    }

    private static Bson memberOf(String id, String memberId) {
        return and(eq("_id", id), eq("memberIds", memberId));
    }

    private static Bson behind(Cursor cursor) {
        return or(
                lt("updatedAt", cursor.updatedAt()), and(eq("updatedAt", cursor.updatedAt()), lt("_id", cursor.id())));
    }

    private Uni<@Nullable Conversation> first(Bson filter) {
        return ask(collection -> collection
                .find(filter)
                .collect()
                .first()
                .onItem()
                .ifNotNull()
                .transform(ConversationDocument::toConversation));
    }

    private <R> Uni<R> ask(Function<ReactiveMongoCollection<ConversationDocument>, Uni<R>> question) {
        return ask(ConversationDocument.class, question);
    }

    private <D, R> Uni<R> ask(Class<D> type, Function<ReactiveMongoCollection<D>, Uni<R>> question) {
        return database.ask(StoredCollection.CONVERSATIONS, type, question);
    }
}
