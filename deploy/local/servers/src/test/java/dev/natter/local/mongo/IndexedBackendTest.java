package dev.natter.local.mongo;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks notices nothing of the indexes. */
class IndexedBackendTest {

    private final List<MongoServer> servers = new ArrayList<>();
    private final List<MongoClient> clients = new ArrayList<>();

    private MongoCollection<Document> things;

    @TempDir
    Path directory;

    @BeforeEach
    void fill() {
        things = serve(new MongoServer(new IndexedBackend(MVStore.open(null))));
        index(things);
        things.insertMany(List.of(
                new Document("_id", "a").append("room", "r").append("number", 1).append("tags", List.of("x", "y")),
                new Document("_id", "b").append("room", "r").append("number", 2).append("tags", List.of("y"))));
    }

    private MongoCollection<Document> serve(MongoServer server) {
        servers.add(server);
        var client = MongoClients.create(server.bindAndGetConnectionString());
        clients.add(client);
        return client.getDatabase("test").getCollection("things");
    }

    private static void index(MongoCollection<Document> collection) {
        collection.createIndex(ascending("room", "number"), new IndexOptions().unique(true));
        collection.createIndex(
                ascending("pair"), new IndexOptions().unique(true).sparse(true));
        collection.createIndex(ascending("tags"));
    }

    @AfterEach
    void stop() {
        clients.forEach(MongoClient::close);
        servers.forEach(MongoServer::shutdownNow);
    }

    @Test
    void whatElseAQueryAsksDecides() {
        assertThat(things.find(and(eq("_id", "a"), eq("tags", "x"))).first()).isNotNull();
        assertThat(things.find(and(eq("_id", "b"), eq("tags", "x"))).first()).isNull();
        assertThat(things.find(and(eq("_id", "a"), lt("number", 1))).first()).isNull();
        assertThat(things.find(and(eq("_id", "a"), or(eq("number", 7), gt("number", 0))))
                        .first())
                .isNotNull();
        assertThat(things.find(and(eq("room", "r"), eq("number", 2), eq("tags", "y")))
                        .first())
                .containsEntry("_id", "b");
    }

    @Test
    void twoValuesOfOneFieldAreNone() {
        assertThat(things.find(and(eq("_id", "a"), eq("_id", "b"))).first()).isNull();
        assertThat(things.find(and(eq("room", "r"), gt("number", 0)))).hasSize(2);
    }

    @Test
    void differentElementsMayMeetTwoBounds() {
        things.insertOne(new Document("_id", "c").append("room", "s").append("number", List.of(1, 9)));

        assertThat(things.find(and(eq("room", "s"), gt("number", 5), lt("number", 5))))
                .hasSize(1);
    }

    @Test
    void arraysAreInTheOrderOfTheirEndsAndNotOfTheIndex() {
        things.insertMany(List.of(
                new Document("_id", "c").append("room", "s").append("number", List.of(1, 9)),
                new Document("_id", "d").append("room", "s").append("number", 5)));
        var above = and(eq("room", "s"), gt("number", 0));

        assertThat(things.find(above).sort(ascending("number")).first()).containsEntry("_id", "c");
        assertThat(things.find(above).sort(descending("number")))
                .hasSize(2)
                .first()
                .extracting("_id")
                .isEqualTo("c");
    }

    @Test
    void aRestartForgetsNoArray() {
        var file = directory.resolve("arrays").toString();
        var first = new MongoServer(new IndexedBackend(MVStore.open(file)));
        var before = serve(first);
        index(before);
        before.insertOne(new Document("_id", "c").append("room", "s").append("number", List.of(1, 9)));
        first.shutdownNow();

        var after = serve(new MongoServer(new IndexedBackend(MVStore.open(file))));

        assertThat(after.find(and(eq("room", "s"), gt("number", 5), lt("number", 5))))
                .hasSize(1);
    }

    @Test
    void updatesKeepTheIndexRight() {
        things.updateOne(and(eq("room", "r"), eq("number", 2), eq("tags", "y")), inc("number", 5));

        assertThat(things.find(and(eq("room", "r"), eq("number", 7))).first()).containsEntry("_id", "b");
        assertThat(things.find(and(eq("room", "r"), eq("number", 2))).first()).isNull();
        assertThatThrownBy(() -> things.updateOne(eq("_id", "b"), inc("number", -6)))
                .isInstanceOf(MongoWriteException.class);
    }

    @Test
    void anAggregationOfManyIsWhole() {
        things.insertMany(IntStream.range(0, 1_000)
                .mapToObj(number -> new Document("room", "large").append("number", number))
                .toList());

        assertThat(things.countDocuments(and(eq("room", "large"), gte("number", 10))))
                .isEqualTo(990);
        assertThat(things.aggregate(List.of(match(eq("room", "large")), group("$room", sum("all", 1))))
                        .first())
                .containsEntry("all", 1_000);
        assertThat(things.find(eq("room", "large"))).hasSize(1_000);
    }

    @Test
    void indexesOutliveTheServer() {
        var file = directory.resolve("data").toString();
        var first = new MongoServer(new IndexedBackend(MVStore.open(file)));
        var before = serve(first);
        index(before);
        before.insertOne(
                new Document("_id", "a").append("room", "r").append("number", 1).append("tags", List.of("x")));
        first.shutdownNow();

        var after = serve(new MongoServer(new IndexedBackend(MVStore.open(file))));

        assertThat(after.find(eq("tags", "x"))).hasSize(1);
        assertThat(after.find(and(eq("room", "r"), gt("number", 0)))).hasSize(1);
        assertThatThrownBy(() -> after.insertOne(
                        new Document("_id", "b").append("room", "r").append("number", 1)))
                .isInstanceOf(MongoWriteException.class);
    }

    @Test
    void whatWasKeptWithoutTheseIndexesIsIndexedWhenItIsOpened() {
        var file = directory.resolve("former").toString();
        var former = new MongoServer(new H2Backend(MVStore.open(file)));
        var before = serve(former);
        index(before);
        before.insertOne(
                new Document("_id", "a").append("room", "r").append("number", 1).append("tags", List.of("x")));
        former.shutdownNow();

        var store = MVStore.open(file);
        var after = serve(new MongoServer(new IndexedBackend(store)));

        assertThat(after.find(eq("tags", "x"))).hasSize(1);
        assertThat(after.find(and(eq("room", "r"), eq("number", 1)))).hasSize(1);
        assertThatThrownBy(() -> after.insertOne(
                        new Document("_id", "b").append("room", "r").append("number", 1)))
                .isInstanceOf(MongoWriteException.class);
        assertThat(store.getMapNames()).noneMatch(name -> name.contains("._index_"));
    }

    /** Thousands of random writes and queries are answered as by a server that has no index but those that refuse. */
    @Test
    void answersAreThoseOfAServerThatReadsAll() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var plain = serve(new MongoServer(new MemoryBackend()));
        index(plain);
        things.drop();
        index(things);

        for (var step = 0; step < 2_000; step++) {
            var write = write(random);
            assertThat(write.run(things)).as("seed %d, step %d", seed, step).isEqualTo(write.run(plain));
            var query = query(random, 0);
            assertThat(ids(things, query))
                    .as("seed %d, step %d: %s", seed, step, query.toBsonDocument())
                    .isEqualTo(ids(plain, query));
            assertThat(things.countDocuments(query)).isEqualTo(plain.countDocuments(query));
            var page = and(eq("room", "room" + random.nextInt(4)), single(random), single(random));
            var order = random.nextBoolean() ? ascending("number") : descending("number");
            var limit = random.nextInt(5);
            assertThat(page(things, page, order, limit))
                    .as("seed %d, step %d: %s by %s", seed, step, page.toBsonDocument(), order.toBsonDocument())
                    .isEqualTo(page(plain, page, order, limit));
        }
    }

    private static List<String> page(MongoCollection<Document> collection, Bson query, Bson order, int limit) {
        return collection
                .find(query)
                .sort(order)
                .limit(limit)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    private interface Write {
        boolean on(MongoCollection<Document> collection);

        /** Whether it was taken. */
        default boolean run(MongoCollection<Document> collection) {
            try {
                return on(collection);
            } catch (MongoWriteException duplicate) {
                return false;
            }
        }
    }

    private static Write write(Random random) {
        var id = "id" + random.nextInt(60);
        var room = "room" + random.nextInt(4);
        var number = random.nextInt(20);
        var tag = "tag" + random.nextInt(5);
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                var document = new Document("_id", id).append("room", room).append("number", (long) number);
                if (random.nextBoolean()) {
                    document.append("tags", List.of(tag, "tag" + random.nextInt(5)));
                }
                if (random.nextInt(3) == 0) {
                    document.append("pair", "pair" + random.nextInt(20));
                }
                yield collection ->
                        collection.insertOne(Document.parse(document.toJson())).wasAcknowledged();
            }
            case 3 ->
                collection -> collection
                                .updateOne(eq("_id", id), combine(set("room", room), set("number", number)))
                                .getMatchedCount()
                        > 0;
            case 4 ->
                collection -> collection
                                .updateOne(eq("_id", id), addToSet("tags", tag))
                                .getMatchedCount()
                        > 0;
            case 5 ->
                collection -> collection.updateOne(eq("_id", id), unset("pair")).getMatchedCount() > 0;
            case 6 ->
                collection -> collection
                                .updateOne(
                                        and(eq("_id", id), lt("number", number)),
                                        combine(set("number", number), set("room", room)),
                                        new UpdateOptions().upsert(true))
                                .getUpsertedId()
                        != null;
            default -> collection -> collection.deleteOne(eq("_id", id)).getDeletedCount() > 0;
        };
    }

    private static Bson query(Random random, int depth) {
        var parts = new ArrayList<Bson>();
        for (var count = 1 + random.nextInt(3); count > 0; count--) {
            parts.add(depth < 2 && random.nextInt(4) == 0 ? both(random, depth) : single(random));
        }
        return and(parts);
    }

    private static Bson both(Random random, int depth) {
        return or(query(random, depth + 1), query(random, depth + 1));
    }

    private static Bson single(Random random) {
        var number = random.nextInt(20);
        return switch (random.nextInt(11)) {
            case 0 -> eq("_id", "id" + random.nextInt(60));
            case 1 -> in("_id", "id" + random.nextInt(60), "id" + random.nextInt(60));
            case 2 -> eq("room", "room" + random.nextInt(4));
            case 3 -> in("room", "room" + random.nextInt(4), "room" + random.nextInt(4));
            case 4 -> gt("number", number);
            case 5 -> lte("number", (double) number);
            case 6 -> and(gte("number", number), lt("number", number + 5));
            case 7 -> eq("tags", "tag" + random.nextInt(5));
            case 8 -> in("tags", "tag" + random.nextInt(5), "tag" + random.nextInt(5));
            case 9 -> ne("tags", "tag" + random.nextInt(5));
            default -> eq("pair", random.nextBoolean() ? "pair" + random.nextInt(20) : null);
        };
    }

    private static List<String> ids(MongoCollection<Document> collection, Bson query) {
        return collection.find(query).map(document -> document.getString("_id")).into(new ArrayList<>()).stream()
                .sorted()
                .toList();
    }
}
