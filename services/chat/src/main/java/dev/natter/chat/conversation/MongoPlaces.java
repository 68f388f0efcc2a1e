package dev.natter.chat.conversation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.natter.chat.store.ChatDatabase;
import dev.natter.chat.store.Gathering;
import dev.natter.chat.store.Ids;
import dev.natter.chat.store.StoredCollection;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Gives out the numbers of conversations. One that is taken alone is taken by a command that tells it. Many at the same time
 * are guessed, where this replica took the last ones too, and taken by one command, each only if the guess is right; the
 * command tells how many were. If not all, one question more tells which, and the others are taken alone.
 *
 * <p>A number is lost, and left for a reader to give up, if somebody else takes the next one between that command and that
 * question.
 */
@ApplicationScoped
class MongoPlaces {

    private static final int TOGETHER = 100;
    private static final int AT_ONCE = 2;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final ChatDatabase database;
    private final Ids ids;
    private final OwnRuns runs = new OwnRuns();
    private final Gathering<Wish, @Nullable Place> guessed = new Gathering<>(TOGETHER, AT_ONCE, this::takeAll);

    MongoPlaces(ChatDatabase database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /**
     * For a place in a conversation.
     *
     * @param memberIds of the conversation, when they are known, and the sender to be one of them
     */
    record Wish(
            String conversationId,
            String senderId,
            Instant at,
            @Nullable List<String> memberIds) {}

    /** The next place; null when there is no such conversation, or the sender is in none such. */
    Uni<@Nullable Place> take(Wish wish) {
        return wish.memberIds() == null || runs.last(wish.conversationId()) == null
                ? takeAlone(wish)
                : guessed.ask(wish);
    }

    private Uni<@Nullable Place> takeAlone(Wish wish) {
        var id = eq("_id", wish.conversationId());
        var known = wish.memberIds();
        var filter = known == null ? and(id, eq("memberIds", wish.senderId())) : id;
        var needed = known == null ? include("taken", "memberIds") : include("taken");
        var options = new FindOneAndUpdateOptions().projection(needed).returnDocument(ReturnDocument.AFTER);
        return ask(collection -> collection.findOneAndUpdate(filter, next(wish.at()), options))
                .onItem()
                .ifNotNull()
                .transform(document -> document.toPlace(known, wish.at()))
                .onItem()
                .ifNotNull()
                .invoke(place -> runs.took(place.conversationId(), place.seq()));
    }

    private Uni<List<@Nullable Place>> takeAll(List<Wish> wishes) {
        return takeGuessed(wishes.size() == 1 ? Map.of() : guesses(wishes)).chain(taken -> {
            var left = new HashMap<>(taken);
            var places = wishes.stream()
                    .map(wish -> {
                        var place = left.remove(wish.conversationId());
                        return place == null
                                ? takeAlone(wish)
                                : Uni.createFrom().item(place);
                    })
                    .toList();
            return Uni.join().all(places).andFailFast();
        });
    }

    /** By conversation: the first who wishes in each. */
    private Map<String, Place> guesses(List<Wish> wishes) {
        var guesses = new LinkedHashMap<String, Place>();
        for (var wish : wishes) {
            var last = runs.last(wish.conversationId());
            if (last != null && wish.memberIds() != null) {
                guesses.putIfAbsent(
                        wish.conversationId(), new Place(wish.conversationId(), last + 1, wish.memberIds(), wish.at()));
            }
        }
        return guesses;
    }

    /** Those that were right. */
    private Uni<Map<String, Place>> takeGuessed(Map<String, Place> guesses) {
        if (guesses.isEmpty()) {
            return Uni.createFrom().item(guesses);
        }
        var token = ids.next();
        var updates =
                guesses.values().stream().map(guess -> taking(guess, token)).toList();
        return ask(collection -> collection.bulkWrite(updates, UNORDERED))
                .chain(result -> result.getMatchedCount() == guesses.size()
                        ? Uni.createFrom().item(guesses)
                        : takenBy(token, guesses))
                .invoke(taken -> taken.values().forEach(place -> runs.took(place.conversationId(), place.seq())));
    }

    private static WriteModel<PlaceDocument> taking(Place guess, String token) {
        return new UpdateOneModel<>(
                and(eq("_id", guess.conversationId()), eq("taken", guess.seq() - 1)),
                combine(next(guess.takenAt()), set("takenBy", token)));
    }

    private Uni<Map<String, Place>> takenBy(String token, Map<String, Place> guesses) {
        var options = new FindOptions().projection(include("taken"));
        return ask(collection -> collection
                .find(and(in("_id", guesses.keySet()), eq("takenBy", token)), options)
                .map(document -> Map.entry(document, guesses.get(document.id())))
                .filter(pair -> pair.getKey().taken() == pair.getValue().seq())
                .collect()
                .asMap(pair -> pair.getKey().id(), Map.Entry::getValue));
    }

    private static Bson next(Instant at) {
        // Never back: the clocks of replicas differ.
        return combine(inc("taken", 1L), max("updatedAt", at));
    }

    private <R> Uni<R> ask(Function<ReactiveMongoCollection<PlaceDocument>, Uni<R>> question) {
        return database.ask(StoredCollection.CONVERSATIONS, PlaceDocument.class, question);
    }
}
