package dev.natter.local.mongo;

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
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Held to a server that reads everything. */
class IndexedBackendModelTest {

    private final Stores stores = new Stores();

    @AfterEach
    void stop() {
        stores.close();
    }

    /** Thousands of random writes and queries are answered as by a server that has no index but those that refuse. */
    @Test
    void answersAreThoseOfAServerThatReadsAll() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var plain = stores.serve(new MongoServer(new MemoryBackend()));
        Stores.index(plain);
        var things = stores.indexed();
        Stores.index(things);

        for (var step = 0; step < 2_000; step++) {
            var write = write(random);
            assertThat(write.run(things)).as("seed %d, step %d", seed, step).isEqualTo(write.run(plain));
            var query = query(random, 0);
            assertThat(ids(things, query))
                    .as("seed %d, step %d: %s", seed, step, query.toBsonDocument())
                    .isEqualTo(ids(plain, query));
            assertThat(things.countDocuments(query)).isEqualTo(plain.countDocuments(query));
            var page = and(rooms(random), single(random), single(random));
            var order = random.nextBoolean() ? ascending("number") : descending("number");
            var limit = random.nextInt(5);
            assertThat(page(things, page, order, limit))
                    .as("seed %d, step %d: %s by %s", seed, step, page.toBsonDocument(), order.toBsonDocument())
                    .isEqualTo(page(plain, page, order, limit));
        }
    }

    private static Bson rooms(Random random) {
        var room = "room" + random.nextInt(4);
        return switch (random.nextInt(3)) {
            case 0 -> in("room", room, "room" + random.nextInt(4));
            case 1 -> gte("_id", "id" + random.nextInt(60));
            default -> eq("room", room);
        };
    }

    /** Not which: documents of several rooms may have one number. */
    private static List<Long> page(MongoCollection<Document> collection, Bson query, Bson order, int limit) {
        return collection
                .find(query)
                .sort(order)
                .limit(limit)
                .map(document -> document.get("number", Number.class).longValue())
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
