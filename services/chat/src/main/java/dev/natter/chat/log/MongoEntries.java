package dev.natter.chat.log;

import static com.mongodb.client.model.Accumulators.max;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static dev.natter.chat.log.MongoRange.above;
import static dev.natter.chat.log.MongoRange.below;

import dev.natter.chat.batching.RequestBatcher;
import dev.natter.chat.conversation.MessageQueries.LogHead;
import dev.natter.chat.conversation.MessageQueries.Unread;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.log.Entries.InsertResult;
import dev.natter.chat.log.Entry.MessageSent;
import dev.natter.chat.log.PendingEntry.IdempotencyKey;
import dev.natter.chat.mongo.ChatDatabase;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MongoEntries implements Entries, LogRanges {

    private static final int MAX_BATCH = 100;
    private static final int MAX_CONCURRENCY = 4;
    private static final Bson IS_SHOWN = nin("type", Entry.EDITED, Entry.DELETED, Entry.REACTED);
    private static final Set<String> GROUP_TYPES = Set.of(Entry.MEMBERS, Entry.ROLE, Entry.TITLED);
    /** A replica that is further behind reads the members of the conversation again. */
    private static final int MAX_BEHIND = 100;

    private static final int MAX_GROUP_CHANGES = 100;

    private final ChatDatabase database;
    private final LogCache cache;
    private final MessageStates states;
    private final ReactiveMongoCollection<EntryDocument> entries;
    private final MongoEntryInserts inserts;
    private final RequestBatcher<IdempotencyKey, @Nullable Entry> lookups =
            new RequestBatcher<>(MAX_BATCH, MAX_CONCURRENCY, this::findAll);

    /** Which entry, and whose. Public because its codec demands it, as the next one. */
    @RegisterForReflection
    public record EntryKey(@BsonId String id, @Nullable String senderId) {}

    /** What an entry is. */
    @RegisterForReflection
    public record EntryType(@BsonId String id, String type) {}

    /** How many messages of others a log has above some number, and its highest number. */
    @RegisterForReflection
    public record UnreadCount(@BsonId String conversationId, long count, long lastSeq) {}

    MongoEntries(ChatDatabase database, LogCache cache, MessageStates states) {
        this.database = database;
        this.cache = cache;
        this.states = states;
        this.entries = database.collection("entries", EntryDocument.class);
        this.inserts = new MongoEntryInserts(database, entries);
    }

    @Override
    public Uni<InsertResult> insert(Entry entry) {
        return inserts.insert(entry);
    }

    @Override
    public Uni<List<InsertResult>> insertInOrder(List<Entry> entries) {
        return inserts.insertInOrder(entries);
    }

    @Override
    public Uni<@Nullable Entry> find(IdempotencyKey key) {
        return lookups.submit(key);
    }

    private Uni<List<@Nullable Entry>> findAll(List<IdempotencyKey> keys) {
        var any = or(Set.copyOf(keys).stream().map(MongoEntries::is).toList());
        return database.execute(() -> entries.find(any)
                .collect()
                .asMap(
                        found -> new IdempotencyKey(found.conversationId(), found.senderId(), found.clientMessageId()),
                        EntryDocument::toEntry)
                .map(found -> keys.stream().<@Nullable Entry>map(found::get).toList()));
    }

    private static Bson is(IdempotencyKey key) {
        return and(
                eq("conversationId", key.conversationId()),
                eq("senderId", key.senderId()),
                eq("clientMessageId", key.clientMessageId()));
    }

    @Override
    public Uni<Long> lastSeq(String conversationId, long known) {
        var options = new FindOptions()
                .projection(include("_id"))
                .sort(descending("_id"))
                .limit(1);
        return database.execute(() -> entries.find(above(conversationId, known), EntryKey.class, options)
                .collect()
                .first()
                .map(last -> last == null ? known : EntryDocument.seq(last.id())));
    }

    @Override
    public Uni<@Nullable Long> lastSeqOfSameGroup(String conversationId, long known) {
        var options = new FindOptions()
                .projection(include("type"))
                .sort(descending("_id"))
                .limit(MAX_BEHIND + 1);
        return database.execute(() -> entries.find(above(conversationId, known), EntryType.class, options)
                .collect()
                .asList()
                .map(found -> {
                    if (found.size() > MAX_BEHIND
                            || found.stream().anyMatch(each -> GROUP_TYPES.contains(each.type()))) {
                        return null;
                    }
                    return found.isEmpty()
                            ? known
                            : EntryDocument.seq(found.get(0).id());
                }));
    }

    @Override
    public Uni<GroupChanges> groupChanges(String conversationId, long after) {
        return lastSeq(conversationId, after)
                .chain(last -> page(
                                and(above(conversationId, after), in("type", GROUP_TYPES)),
                                ascending("_id"),
                                MAX_GROUP_CHANGES)
                        .map(found -> new GroupChanges(
                                found.stream()
                                        .map(entry -> ((GroupChanged) entry).change())
                                        .toList(),
                                last)));
    }

    @Override
    public Uni<List<Entry>> following(String conversationId, long after, int limit) {
        return page(above(conversationId, after), ascending("_id"), limit);
    }

    @Override
    public Uni<List<Entry>> shownFollowing(String conversationId, String readerId, long after, int limit) {
        return page(and(above(conversationId, after), IS_SHOWN, isVisibleTo(readerId)), ascending("_id"), limit);
    }

    @Override
    public Uni<List<Entry>> shownPreceding(String conversationId, String readerId, long before, int limit) {
        return page(and(below(conversationId, before), IS_SHOWN, isVisibleTo(readerId)), descending("_id"), limit);
    }

    private Uni<List<Entry>> page(Bson range, Bson order, int limit) {
        return database.execute(
                () -> entries.find(range, new FindOptions().sort(order).limit(limit))
                        .map(EntryDocument::toEntry)
                        .collect()
                        .asList());
    }

    @Override
    public Uni<List<Entry>> read(Collection<LogRange> ranges, int limit) {
        var any = or(ranges.stream().map(MongoRange::of).toList());
        return ranges.isEmpty()
                ? Uni.createFrom().item(List.of())
                : database.execute(() -> entries.find(any, new FindOptions().limit(limit))
                                .map(EntryDocument::toEntry)
                                .collect()
                                .asList())
                        .chain(states::complete);
    }

    @Override
    public Uni<List<Entry>> read(Map<String, List<Long>> seqs) {
        var ids = seqs.entrySet().stream()
                .flatMap(log -> log.getValue().stream().map(seq -> EntryDocument.id(log.getKey(), seq)))
                .toList();
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : database.execute(() -> entries.find(in("_id", ids))
                                .map(EntryDocument::toEntry)
                                .collect()
                                .asList())
                        .chain(states::complete);
    }

    @Override
    public Uni<Set<String>> authors(String conversationId, long seq, int limit) {
        var options = new FindOptions()
                .projection(include("senderId"))
                .sort(descending("_id"))
                .limit(limit);
        return database.execute(() -> entries.find(
                        and(below(conversationId, seq + 1), eq("type", Entry.MESSAGE)), EntryKey.class, options)
                .map(EntryKey::senderId)
                .collect()
                .with(Collectors.toSet()));
    }

    @Override
    public Uni<Map<String, List<String>>> speakers(Map<String, Long> above) {
        var options = new FindOptions().projection(include("senderId"));
        return database.execute(() -> entries.find(
                        and(or(ranges(above)), eq("type", Entry.MESSAGE)), EntryKey.class, options)
                .collect()
                .with(Collectors.groupingBy(
                        key -> EntryDocument.conversationId(key.id()),
                        Collectors.collectingAndThen(Collectors.toList(), MongoEntries::latestFirst))));
    }

    private static List<String> latestFirst(List<EntryKey> keys) {
        return keys.stream()
                .sorted(Comparator.comparing(EntryKey::id).reversed())
                .map(key -> Objects.requireNonNull(key.senderId()))
                .distinct()
                .toList();
    }

    @Override
    public Uni<Map<String, Unread>> unread(String readerId, Map<String, Long> above) {
        var isOfOthers = new Document(
                "$and",
                List.of(
                        new Document("$ne", List.of("$senderId", readerId)),
                        new Document("$eq", List.of("$type", Entry.MESSAGE)),
                        new Document("$ne", List.of("$hiddenFrom", readerId)),
                        new Document(
                                "$eq", List.of(new Document("$ifNull", List.of("$message.deletedAt", false)), false))));
        var counted = sum("count", new Document("$cond", List.of(isOfOthers, 1L, 0L)));
        return database.execute(() -> entries.aggregate(
                        List.of(match(or(ranges(above))), group("$conversationId", counted, max("lastSeq", "$seq"))),
                        UnreadCount.class)
                .collect()
                .asMap(UnreadCount::conversationId, found -> new Unread(found.count(), found.lastSeq())));
    }

    private static List<Bson> ranges(Map<String, Long> above) {
        return above.entrySet().stream()
                .map(each -> above(each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    public Uni<@Nullable LogHead> newest(String conversationId) {
        return page(below(conversationId, Long.MAX_VALUE), descending("_id"), 1).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().nullItem();
            }
            var newest = found.get(0);
            return newest instanceof MessageSent sent
                    ? states.present(sent).map(message -> new MessageSent(message).head())
                    : newestMessage(conversationId, newest.seq())
                            .map(message -> message == null
                                    ? newest.head()
                                    : newest.head().with(message));
        });
    }

    @Override
    public Uni<@Nullable MessageView> newestVisible(String conversationId, String readerId) {
        var visible = and(below(conversationId, Long.MAX_VALUE), eq("type", Entry.MESSAGE), isVisibleTo(readerId));
        return page(visible, descending("_id"), 1)
                .chain(found ->
                        found.isEmpty() ? Uni.createFrom().nullItem() : states.present((MessageSent) found.get(0)));
    }

    private static Bson isVisibleTo(String readerId) {
        return ne("hiddenFrom", readerId);
    }

    private Uni<@Nullable MessageView> newestMessage(String conversationId, long before) {
        return page(and(below(conversationId, before), eq("type", Entry.MESSAGE)), descending("_id"), 1)
                .chain(found ->
                        found.isEmpty() ? Uni.createFrom().nullItem() : states.present((MessageSent) found.get(0)));
    }

    @Override
    public Uni<List<MessageView>> quoting(List<MessageView> messages) {
        return states.quoting(messages);
    }

    @Override
    public long knownSeq(String conversationId) {
        return cache.knownSeq(conversationId);
    }
}
