package dev.natter.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How few documents an index leaves to be looked at. */
class WayTest {

    private static final List<String> FIELDS = List.of("room", "number");

    private final Entries entries = new Entries(MVStore.open(null).openMap("entries"));

    @BeforeEach
    void fill() {
        for (var room = 0; room < 10; room++) {
            for (var number = 0; number < 100; number++) {
                entries.add(new KeyValue("room" + room, (double) number), "%d-%d".formatted(room, number));
            }
        }
    }

    @Test
    void allValuesLeaveOne() {
        assertThat(left(new Document("room", "room3").append("number", 7).append("other", "x")))
                .containsExactly("3-7");
    }

    @Test
    void theFirstValueLeavesItsOwn() {
        assertThat(left(new Document("room", "room3").append("other", 1))).hasSize(100);
    }

    @Test
    void aBoundBehindItLeavesFewer() {
        var above = new Document("room", "room3").append("number", new Document("$gt", 97));
        var below = new Document("room", "room3").append("number", new Document("$lt", 2));

        assertThat(left(above)).containsExactly("3-97", "3-98", "3-99");
        assertThat(left(below)).containsExactly("3-0", "3-1", "3-2");
    }

    @Test
    void eachOfSeveralValuesLeavesItsOwn() {
        var some = new Document("room", new Document("$in", List.of("room1", "room4"))).append("number", 5L);

        assertThat(left(some)).containsExactly("1-5", "4-5");
    }

    @Test
    void whoNamesNotTheFirstFieldIsNotHelped() {
        assertThat(Way.through(entries, FIELDS, Conditions.of(new Document("number", 7))))
                .isNull();
        assertThat(Way.through(entries, FIELDS, Conditions.of(new Document("room", new Document("$ne", "room1")))))
                .isNull();
    }

    @Test
    void theNarrowerOfTwoWaysKnowsMore() {
        var all = Way.through(entries, FIELDS, Conditions.of(new Document("room", "room1").append("number", 1)));
        var some = Way.through(entries, FIELDS, Conditions.of(new Document("room", "room1")));

        assertThat(all.narrowness()).isGreaterThan(some.narrowness());
    }

    private List<Object> left(Document query) {
        var positions = new ArrayList<>();
        Way.through(entries, FIELDS, Conditions.of(query)).collect(positions);
        return positions;
    }
}
