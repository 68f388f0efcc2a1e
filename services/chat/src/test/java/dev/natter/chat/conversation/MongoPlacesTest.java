package dev.natter.chat.conversation;

import static com.mongodb.client.model.Filters.in;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.store.ChatDatabase;
import dev.natter.chat.store.Ids;
import dev.natter.chat.store.StoredCollection;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are taken one by one or many by one command, by two replicas, and never twice. */
@QuarkusTest
class MongoPlacesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<String> MEMBERS = List.of("ada", "bob");

    @Inject
    ChatDatabase database;

    @Inject
    Ids ids;

    private MongoPlaces here;
    private MongoPlaces elsewhere;
    private List<String> conversations;

    @BeforeEach
    void conversations() {
        here = new MongoPlaces(database, ids);
        elsewhere = new MongoPlaces(database, ids);
        conversations = IntStream.range(0, 12).mapToObj(each -> ids.next()).toList();
        var documents = conversations.stream()
                .map(id -> new Document("_id", id)
                        .append("memberIds", MEMBERS)
                        .append("taken", 0L)
                        .append("updatedAt", NOON))
                .toList();
        get(database.ask(
                StoredCollection.CONVERSATIONS, Document.class, collection -> collection.insertMany(documents)));
    }

    @Test
    void manyAreTakenByOneCommand() {
        takeTwiceAlone(here, conversations);

        assertThat(numbers(takeAll(here, conversations))).containsOnly(3L);

        // The first two go alone, because nothing is under way; the others wait for them, and go together.
        assertThat(documents().map(each -> each.getString("takenBy")).filter(token -> token != null))
                .hasSize(10)
                .containsOnly(documents().skip(11).findFirst().orElseThrow().getString("takenBy"));
        assertThat(documents().map(each -> each.getLong("taken"))).containsOnly(3L);
        assertThat(documents().map(each -> each.getDate("updatedAt").toInstant()))
                .containsOnly(NOON.plusSeconds(3));
    }

    @Test
    void aWrongGuessIsTakenAnew() {
        takeTwiceAlone(here, conversations);
        var crossed = conversations.subList(4, 8);
        takeAll(elsewhere, crossed);

        var places = takeAll(here, conversations);

        assertThat(places)
                .allSatisfy(
                        place -> assertThat(place.seq()).isEqualTo(crossed.contains(place.conversationId()) ? 4 : 3));
        assertThat(documents().map(each -> each.getLong("taken"))).containsExactlyElementsOf(numbers(places));
    }

    @Test
    void twoOfOneConversationAtOnceGetTwoNumbers() {
        takeTwiceAlone(here, conversations);
        var twice =
                Stream.concat(conversations.stream(), conversations.stream()).toList();

        var places = takeAll(here, twice);

        assertThat(numbers(places.stream()
                        .filter(place -> place.conversationId().equals(conversations.get(11)))
                        .toList()))
                .containsExactlyInAnyOrder(3L, 4L);
        assertThat(places).hasSize(24).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void twoReplicasNeverTakeTheSame(long seed) {
        var random = new Random(seed);
        var taken = new HashMap<String, List<Long>>();
        for (var round = 0; round < 12; round++) {
            var wishes = new ArrayList<Uni<Place>>();
            for (var wish = 0; wish < 30; wish++) {
                // Most conversations belong to one replica, as those of people who are connected to the same one.
                var at = random.nextInt(conversations.size());
                var replica = random.nextInt(8) == 0 ? random.nextBoolean() : at % 2 == 0;
                wishes.add((replica ? here : elsewhere).take(wish(conversations.get(at), round)));
            }
            get(Uni.join().all(wishes).andFailFast())
                    .forEach(place -> taken.computeIfAbsent(place.conversationId(), id -> new ArrayList<>())
                            .add(place.seq()));
        }

        assertThat(taken.values()).allSatisfy(numbers -> assertThat(numbers).doesNotHaveDuplicates());
        assertThat(documents().toList()).allSatisfy(document -> {
            var highest = document.getLong("taken");
            assertThat(taken.getOrDefault(document.getString("_id"), List.of()))
                    .allMatch(number -> 1 <= number && number <= highest);
        });
    }

    private void takeTwiceAlone(MongoPlaces replica, List<String> all) {
        all.forEach(id -> {
            get(replica.take(wish(id, 1)));
            get(replica.take(wish(id, 2)));
        });
    }

    private static List<Place> takeAll(MongoPlaces replica, List<String> all) {
        return get(Uni.join()
                .all(all.stream().map(id -> replica.take(wish(id, 3))).toList())
                .andFailFast());
    }

    private static MongoPlaces.Wish wish(String conversation, int second) {
        return new MongoPlaces.Wish(conversation, "ada", NOON.plusSeconds(second), MEMBERS);
    }

    private static List<Long> numbers(List<Place> places) {
        return places.stream().map(Place::seq).toList();
    }

    private Stream<Document> documents() {
        Map<String, Document> found = get(database.ask(
                StoredCollection.CONVERSATIONS,
                Document.class,
                collection ->
                        collection.find(in("_id", conversations)).collect().asMap(each -> each.getString("_id"))));
        return conversations.stream().map(found::get);
    }
}
