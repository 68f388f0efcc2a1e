package dev.natter.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes by an index, and what has to go through the whole collection. */
class IndexTakenTest {

    private final MVStore store = MVStore.open(null);
    private final Index<Object> index = new IndexedDatabase("test", store, new CursorRegistry())
            .openOrCreateUniqueIndex(
                    "things",
                    "room_1_number_1",
                    List.of(new IndexKey("room", true), new IndexKey("number", true)),
                    false);

    @BeforeEach
    void fill() {
        for (var number = 1; number <= 3; number++) {
            index.add(new Document("room", "r").append("number", number), "place " + number, null);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    static List<Document> taken() {
        return List.of(
                new Document("room", "r").append("number", 2),
                new Document("room", "r").append("number", 2).append("tags", "x"),
                new Document("tags", "x").append("number", 2).append("room", "r"),
                new Document("room", new Document("$eq", "r"))
                        .append("number", new Document("$eq", 2))
                        .append("tags", "x"),
                new Document("$and", List.of(new Document("room", "r"), new Document("number", 2))),
                new Document("room", "r")
                        .append("number", 2)
                        .append("$or", List.of(new Document("tags", "x"), new Document("tags", "y"))));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void whateverElseAQueryAsksOnePlaceIsLookedAt(Document query) {
        assertThat(index.canHandle(query)).isTrue();
        assertThat(index.getPositions(query)).containsExactly("place 2");
    }

    static List<Document> notTaken() {
        return List.of(
                new Document(),
                new Document("room", "r"),
                new Document("room", "r").append("tags", "x"),
                new Document("room", "r").append("number", new Document("$gt", 1)),
                new Document("$or", List.of(new Document("room", "r").append("number", 2))));
    }

    @ParameterizedTest
    @MethodSource("notTaken")
    void aQueryThatDoesNotNameEveryFieldByValueGoesWithout(Document query) {
        assertThat(index.canHandle(query)).isFalse();
    }

    @Test
    void whatIsNotThereHasNoPlace() {
        var query = new Document("room", "r").append("number", 4).append("tags", "x");

        assertThat(index.canHandle(query)).isTrue();
        assertThat(index.getPositions(query)).isEmpty();
    }
}
