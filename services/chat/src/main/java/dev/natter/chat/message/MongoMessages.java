package dev.natter.chat.message;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.InsertManyOptions;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.store.ChatDatabase;
import dev.natter.chat.store.Gathering;
import dev.natter.chat.store.Ids;
import dev.natter.chat.store.StoreFailures;
import dev.natter.chat.store.StoredCollection;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MongoMessages implements Messages {

    /** A hundred texts of the usual size are less than a network's round trip. */
    private static final int TOGETHER = 100;

    private static final int AT_ONCE = 2;
    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    private static final Bson WHOSE = include("conversationId", "seq", "senderId");

    private final ChatDatabase database;
    private final Ids ids;
    private final Clock clock;
    private final Gathering<Draft.Key, @Nullable MessageView> looks = new Gathering<>(TOGETHER, AT_ONCE, this::findAll);
    private final Gathering<MessageView, Boolean> additions = new Gathering<>(TOGETHER, AT_ONCE, this::addAll);

    MongoMessages(ChatDatabase database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Uni<@Nullable MessageView> find(Draft.Key key) {
        return looks.ask(key);
    }

    private Uni<List<@Nullable MessageView>> findAll(List<Draft.Key> keys) {
        var any = or(keys.stream().map(MongoMessages::is).toList());
        return ask(collection -> collection
                .find(any)
                .map(MessageDocument::toView)
                .collect()
                .asMap(Draft.Key::of)
                .map(found ->
                        keys.stream().<@Nullable MessageView>map(found::get).toList()));
    }

    private static Bson is(Draft.Key key) {
        return and(
                eq("conversationId", key.conversationId()),
                eq("senderId", key.senderId()),
                eq("clientMessageId", key.clientMessageId()));
    }

    @Override
    public Uni<Boolean> add(MessageView message) {
        return additions.ask(message);
    }

    /** The unique indexes decide between racing sends, and between a slow send and who gave it up; of each for itself. */
    private Uni<List<Boolean>> addAll(List<MessageView> added) {
        var documents = added.stream().map(MessageDocument::of).toList();
        return ask(collection -> collection.insertMany(documents, UNORDERED))
                .replaceWith(Set.<Integer>of())
                .onFailure(StoreFailures::isDuplicate)
                .recoverWithItem(StoreFailures::refused)
                .map(refused -> IntStream.range(0, added.size())
                        .mapToObj(at -> !refused.contains(at))
                        .toList());
    }

    @Override
    public Uni<Void> giveUp(String conversationId, Collection<Long> seqs) {
        var fillers = seqs.stream()
                .map(seq -> MessageDocument.filler(ids.next(), conversationId, seq, clock.instant()))
                .toList();
        return ask(collection -> collection.insertMany(fillers, UNORDERED))
                .replaceWithVoid()
                // A message, or another reader's filler, was there first: just as good.
                .onFailure(StoreFailures::isDuplicate)
                .recoverWithNull();
    }

    @Override
    public Uni<List<MessageView>> following(String conversationId, long after, int limit) {
        return page(conversationId, gt("seq", after), ascending("seq"), limit);
    }

    @Override
    public Uni<List<MessageView>> preceding(String conversationId, long before, int limit) {
        return page(conversationId, lt("seq", before), descending("seq"), limit);
    }

    @Override
    public Uni<Set<String>> authors(String conversationId, long seq, int limit) {
        var upTo = and(eq("conversationId", conversationId), lte("seq", seq), ne("senderId", MessageDocument.NOBODY));
        return database.ask(
                StoredCollection.MESSAGES,
                SenderDocument.class,
                collection -> collection
                        .find(
                                upTo,
                                new FindOptions()
                                        .projection(WHOSE)
                                        .sort(descending("seq"))
                                        .limit(limit))
                        .map(SenderDocument::senderId)
                        .collect()
                        .with(Collectors.toSet()));
    }

    /** One range of MESSAGES_IN_ORDER for each conversation. */
    @Override
    public Uni<Map<String, List<String>>> speakers(Map<String, Long> above) {
        var said = and(or(ranges(above)), ne("senderId", MessageDocument.NOBODY));
        return database.ask(
                StoredCollection.MESSAGES,
                SenderDocument.class,
                collection -> collection
                        .find(said, new FindOptions().projection(WHOSE))
                        .collect()
                        .with(Collectors.groupingBy(
                                SenderDocument::conversationId,
                                Collectors.collectingAndThen(Collectors.toList(), MongoMessages::latestFirst))));
    }

    private static List<String> latestFirst(List<SenderDocument> messages) {
        return messages.stream()
                .sorted(Comparator.comparingLong(SenderDocument::seq).reversed())
                .map(SenderDocument::senderId)
                .distinct()
                .toList();
    }

    private static List<Bson> ranges(Map<String, Long> above) {
        return above.entrySet().stream()
                .map(each -> and(eq("conversationId", each.getKey()), gt("seq", each.getValue())))
                .toList();
    }

    @Override
    public Uni<List<Long>> givenUp(String conversationId, long above, long below) {
        var fillers = and(
                eq("conversationId", conversationId),
                gt("seq", above),
                lt("seq", below),
                eq("senderId", MessageDocument.NOBODY));
        return ask(collection ->
                collection.find(fillers).map(MessageDocument::seq).collect().asList());
    }

    @Override
    public Uni<Map<String, Long>> countByOthers(String userId, Map<String, Long> above) {
        var others = and(or(ranges(above)), nin("senderId", userId, MessageDocument.NOBODY));
        return ask(collection -> collection
                .aggregate(List.of(match(others), group("$conversationId", sum("count", 1L))), CountDocument.class)
                .collect()
                .asMap(CountDocument::conversationId, CountDocument::count)
                .map(counts -> above.keySet().stream()
                        .collect(Collectors.toMap(id -> id, id -> counts.getOrDefault(id, 0L)))));
    }

    @Override
    public Uni<Boolean> anyByOthers(String conversationId, String senderId, long above, long below) {
        var others = and(
                eq("conversationId", conversationId),
                gt("seq", above),
                lt("seq", below),
                nin("senderId", senderId, MessageDocument.NOBODY));
        return ask(collection -> collection
                .find(others, new FindOptions().sort(ascending("seq")).limit(1))
                .collect()
                .first()
                .map(Objects::nonNull));
    }

    @Override
    public Uni<Long> countOwnAndFillers(String conversationId, String senderId, long above, long below) {
        return ask(collection -> collection.countDocuments(and(
                eq("conversationId", conversationId),
                gt("seq", above),
                lt("seq", below),
                in("senderId", senderId, MessageDocument.NOBODY))));
    }

    private Uni<List<MessageView>> page(String conversationId, Bson range, Bson order, int limit) {
        var shown = and(eq("conversationId", conversationId), range, ne("senderId", MessageDocument.NOBODY));
        return ask(collection -> collection
                .find(shown, new FindOptions().sort(order).limit(limit))
                .map(MessageDocument::toView)
                .collect()
                .asList());
    }

    private <R> Uni<R> ask(Function<ReactiveMongoCollection<MessageDocument>, Uni<R>> question) {
        return database.ask(StoredCollection.MESSAGES, MessageDocument.class, question);
    }
}
