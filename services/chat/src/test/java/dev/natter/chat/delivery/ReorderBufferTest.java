package dev.natter.chat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.TestTimers;
import dev.natter.testing.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames of a conversation that overtake each other on their way. */
class ReorderBufferTest {
    private final List<Runnable> timers = new ArrayList<>();
    private final List<String> delivered = new ArrayList<>();
    private final TestClock clock = new TestClock();
    private final ReorderBuffer buffer = new ReorderBuffer(
            Limits.SMALL,
            clock,
            TestTimers.of((delay, deed) -> timers.add(deed)),
            new DeliveryMetrics(new SimpleMeterRegistry()));

    private void pass(String conversation, long... places) {
        for (var place : places) {
            buffer.pass(conversation, place, () -> delivered.add(conversation + place));
        }
    }

    private void timersFire() {
        var due = List.copyOf(timers);
        timers.clear();
        due.forEach(Runnable::run);
    }

    @Test
    void putsFramesInOrder() {
        pass("c", 7, 9, 10, 8);

        assertThat(delivered).containsExactly("c7", "c8", "c9", "c10");
    }

    @Test
    void doesNotWaitForEverForAPlaceThatStaysEmpty() {
        pass("c", 1, 3);
        assertThat(delivered).containsExactly("c1");

        timersFire();
        pass("c", 4);

        assertThat(delivered).containsExactly("c1", "c3", "c4");
    }

    @Test
    void beginsWithWhateverComesFirst() {
        pass("c", 41);

        assertThat(delivered).containsExactly("c41");
    }

    @Test
    void letsTheLateAndTheRepeatedPass() {
        pass("c", 5, 6, 5, 4);

        assertThat(delivered).containsExactly("c5", "c6", "c5", "c4");
    }

    @Test
    void holdsBackOnlySoMany() {
        pass("c", 1, 3, 5, 7, 9);
        assertThat(delivered).containsExactly("c1");

        pass("c", 11);

        assertThat(delivered).containsExactly("c1", "c3", "c5", "c7", "c9", "c11");
    }

    @Test
    void oneConversationDoesNotWaitForAnother() {
        pass("c", 1, 3);
        pass("d", 1, 2);

        assertThat(delivered).containsExactly("c1", "d1", "d2");
    }

    @Test
    void aConversationThatWasQuietBeginsAnew() {
        pass("c", 1);
        clock.advance(Duration.ofMinutes(2));

        pass("c", 30);

        assertThat(delivered).containsExactly("c1", "c30");
    }

    @Test
    void whatHasNoPlaceIsNotHeldBack() {
        buffer.pass(null, null, () -> delivered.add("typing"));

        assertThat(delivered).containsExactly("typing");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whateverTheOrderEverythingIsDeliveredOnceAndMostlyInOrder(int seed) {
        var random = new Random(seed);
        var places = LongStream.rangeClosed(1, 200).boxed().collect(Collectors.toCollection(ArrayList::new));
        for (var block = 0; block < places.size(); block += 4) {
            Collections.shuffle(places.subList(Math.max(1, block), block + 4), random);
        }

        places.forEach(place -> pass("c", place));
        timersFire();

        assertThat(delivered)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 200)
                        .mapToObj(place -> "c" + place)
                        .toList());
    }
}
