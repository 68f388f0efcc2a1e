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
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients cannot tell whether an index was used. */
class IndexedBackendTest {

    private final Stores stores = new Stores();
    private MongoCollection<Document> things;

    @BeforeEach
    void fill() {
        things = stores.indexed();
        Stores.index(things);
        things.insertMany(List.of(
                new Document("_id", "a").append("room", "r").append("number", 1).append("tags", List.of("x", "y")),
                new Document("_id", "b").append("room", "r").append("number", 2).append("tags", List.of("y"))));
    }

    @AfterEach
    void stop() {
        stores.close();
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
    void aListOfIdsFindsEachOnceAndNoOther() {
        assertThat(things.find(in("_id", "b", "none", "b", "a")))
                .extracting(found -> found.getString("_id"))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(things.find(and(in("_id", "a", "b"), eq("number", 2)))).hasSize(1);
        assertThat(things.countDocuments(in("_id", "none"))).isZero();
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
}
