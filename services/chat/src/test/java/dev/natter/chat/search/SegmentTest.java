package dev.natter.chat.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.conversation.MessageView;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentTest {

    private static final long NUMBER = 3;
    private static final long BEFORE = NUMBER * Segment.SIZE;
    private static final String LONG_WORD = "donaudampfschifffahrtselektrizitätenhauptbetriebswerk";

    private static Segment segment(Map<Long, String> texts) {
        return Segment.of(
                "conversation",
                NUMBER,
                texts.entrySet().stream()
                        .map(each -> new MessageView(
                                "message" + each.getKey(),
                                "conversation",
                                each.getKey(),
                                "ada",
                                "client",
                                each.getValue(),
                                null,
                                Instant.EPOCH.plusSeconds(each.getKey())))
                        .toList());
    }

    private static List<Long> find(Segment segment, String query) {
        return segment.find(SearchText.query(query).stream()
                .flatMap(word -> word.prefixes().stream())
                .toList());
    }

    @Test
    void namesTheMessagesThatHaveAllWords() {
        var segment = segment(Map.of(
                BEFORE + 1, "first of all",
                BEFORE + 2, "nothing",
                BEFORE + 50, "first and last",
                BEFORE + Segment.SIZE, "last of all"));

        assertThat(find(segment, "first")).containsExactly(BEFORE + 1, BEFORE + 50);
        assertThat(find(segment, "last fir")).containsExactly(BEFORE + 50);
        assertThat(find(segment, "all")).containsExactly(BEFORE + 1, BEFORE + Segment.SIZE);
        assertThat(find(segment, "hing")).isEmpty();
        assertThat(find(segment, "all nothing")).isEmpty();
    }

    @Test
    void findsAWordThatIsLongerThanATerm() {
        var segment = segment(Map.of(BEFORE + 7, LONG_WORD));

        assertThat(find(segment, LONG_WORD)).containsExactly(BEFORE + 7);
        assertThat(find(segment, LONG_WORD.substring(0, 35))).containsExactly(BEFORE + 7);
    }

    @Test
    void isEmptyWithoutWords() {
        assertThat(segment(Map.of(BEFORE + 1, "?!")).isEmpty()).isTrue();
        assertThat(segment(Map.of()).isEmpty()).isTrue();
    }

    @Test
    void staysBelowTheSizeOfADocument() {
        var random = new Random(1);
        var texts = new TreeMap<Long, String>();
        for (var line = 1; line <= Segment.SIZE; line++) {
            // Four bytes a letter, and at each a searched word may begin.
            texts.put(
                    BEFORE + line,
                    random.ints(2_000, 0x10428, 0x10450)
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining(".")));
        }

        assertThat(segment(texts).text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(16 << 20);
    }

    /** Random segments name every message that a query finds. */
    @Test
    void leavesNothingOut() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var scripts = new Scripts(random);
        for (var step = 0; step < 200; step++) {
            var texts = new TreeMap<Long, String>();
            IntStream.rangeClosed(1, Segment.SIZE)
                    .filter(line -> random.nextBoolean())
                    .forEach(line -> texts.put(BEFORE + line, scripts.write(scripts.words(6), false)));
            var segment = segment(texts);
            var sought = List.of(scripts.sought(scripts.words(6)), scripts.sought(scripts.words(6)));
            var query = scripts.write(sought.subList(0, 1 + random.nextInt(2)), true);
            var words = SearchText.query(query);

            assertThat(find(segment, query).stream()
                            .filter(seq -> SearchText.of(texts.get(seq)).highlights(words) != null)
                            .toList())
                    .as("seed %d, step %d: %s", seed, step, query)
                    .isEqualTo(texts.entrySet().stream()
                            .filter(each -> SearchText.of(each.getValue()).highlights(words) != null)
                            .map(Map.Entry::getKey)
                            .toList());
        }
    }
}
