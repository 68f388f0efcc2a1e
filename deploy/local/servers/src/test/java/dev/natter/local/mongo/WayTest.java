package dev.natter.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How few documents an index leaves to be looked at. */
class WayTest {

    private static final List<String> FIELDS = List.of("room", "number");

    private final MVStore store = MVStore.open(null);
    private final Entries entries = new Entries(store.openMap("entries"), store.openMap("traits"));

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
    void twoBoundsLeaveWhatLiesBetweenThem() {
        var between = new Document("room", "room3").append("number", new Document("$gt", 40).append("$lte", 43));

        assertThat(left(between)).containsExactly("3-40", "3-41", "3-42", "3-43");

        entries.expectSeveral(List.of(new KeyValue("room3", 1.0), new KeyValue("room3", 2.0)));
        assertThat(left(between)).hasSize(60);
    }

    @Test
    void theNarrowestOfSeveralBoundsCount() {
        var between = new Document(
                "$and",
                List.of(
                        new Document("room", "room3"),
                        new Document("number", new Document("$gt", 10).append("$lt", 90)),
                        new Document("number", new Document("$gte", 40).append("$lt", 200)),
                        new Document("number", new Document("$gte", 5).append("$lte", 42))));

        assertThat(left(between)).containsExactly("3-40", "3-41", "3-42");
    }

    @Test
    void boundsLeadInOrderUpAndDown() {
        var between = new Document("room", "room3").append("number", new Document("$gte", 40).append("$lt", 43));
        var below = new Document("room", "room3").append("number", new Document("$lt", 2));
        var above = new Document("room", "room9").append("number", new Document("$gt", 97));

        assertThat(inOrder(between, 1)).containsExactly("3-40", "3-41", "3-42", "3-43");
        assertThat(inOrder(between, -1)).containsExactly("3-43", "3-42", "3-41", "3-40");
        assertThat(inOrder(below, 1)).containsExactly("3-0", "3-1", "3-2");
        assertThat(inOrder(below, -1)).containsExactly("3-2", "3-1", "3-0");
        assertThat(inOrder(above, 1)).containsExactly("9-97", "9-98", "9-99");
        assertThat(inOrder(above, -1)).containsExactly("9-99", "9-98", "9-97");
    }

    @Test
    void severalPrefixesAreMergedInOrder() {
        var rooms = new Document("$in", List.of("room1", "room2"));
        var between = new Document("room", rooms).append("number", new Document("$gte", 40).append("$lt", 42));

        assertThat(inOrder(between, 1)).hasSize(6).isSortedAccordingTo(byNumber());
        assertThat(inOrder(between, -1))
                .hasSize(6)
                .isSortedAccordingTo(byNumber().reversed());
    }

    private static Comparator<Object> byNumber() {
        return Comparator.comparing(position -> position.toString().split("-")[1]);
    }

    @Test
    void aRangeOfTheFirstFieldLeadsInOrder() {
        var rooms = new Document("room", new Document("$gte", "room3").append("$lt", "room4"));

        assertThat(left(rooms)).contains("3-0", "3-99").doesNotContain("2-99");
        assertThat(way(rooms).ordered("room", -1).findFirst())
                .hasValueSatisfying(first -> assertThat(first.toString()).startsWith("4-"));
    }

    @Test
    void theOrderOfAnotherFieldOrOfAnArrayIsUnknown() {
        var one = way(new Document("room", "room3").append("number", new Document("$gt", 5)));

        assertThat(one.ordered("room", 1)).isNull();
        entries.expectSeveral(List.of(new KeyValue("room3", 1.0), new KeyValue("room3", 2.0)));
        assertThat(one.ordered("number", 1)).isNull();
    }

    @Test
    void anArrayBeforeTheBoundsKeepsTheOrder() {
        entries.expectSeveral(List.of(new KeyValue("room3", 1.0), new KeyValue("room4", 1.0)));
        var one = new Document("room", "room3").append("number", new Document("$gt", 97));

        assertThat(inOrder(one, -1)).containsExactly("3-99", "3-98", "3-97");
    }

    @Test
    void furtherValuesOfAnArrayLeaveFewer() {
        var tagged = new Entries(store.openMap("tagged"), store.openMap("tagged traits"));
        for (var number = 0; number < 100; number++) {
            var position = "thing" + number;
            tagged.addAll(
                    Stream.of("any", "by 2: " + number % 2, "by 7: " + number % 7)
                            .map(tag -> new KeyValue("room", tag, position))
                            .toList(),
                    position);
        }
        var both = new Document(
                "$and",
                List.of(
                        new Document("room", "room").append("order", new Document("$lt", "u")),
                        new Document("tags", new Document("$in", List.of("any"))),
                        new Document("tags", new Document("$in", List.of("by 2: 1", "none"))),
                        new Document("tags", "by 7: 0")));
        var way = Way.through(tagged, List.of("room", "tags", "order"), Conditions.of(both));

        var all = List.of("thing7", "thing21", "thing35", "thing49", "thing63", "thing77", "thing91");
        assertThat(way.ordered("order", -1)).containsExactlyInAnyOrderElementsOf(all);
        var left = new ArrayList<>();
        way.collect(left);
        assertThat(left).containsExactlyInAnyOrderElementsOf(all);
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

    private Way way(Document query) {
        return Way.through(entries, FIELDS, Conditions.of(query));
    }

    private List<Object> inOrder(Document query, int order) {
        return way(query).ordered("number", order).toList();
    }

    private List<Object> left(Document query) {
        var positions = new ArrayList<>();
        way(query).collect(positions);
        return positions;
    }
}
