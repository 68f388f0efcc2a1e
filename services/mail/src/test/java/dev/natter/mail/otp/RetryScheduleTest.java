package dev.natter.mail.otp;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private static final RandomGenerator NO_CHANCE = () -> 0;

    @Test
    void doublesUpToTheSlowest() {
        var schedule = new RetrySchedule(ofSeconds(1), ofSeconds(30), NO_CHANCE);

        var pauses = IntStream.rangeClosed(1, 8).mapToObj(schedule::pauseAfter);

        assertThat(pauses).containsExactlyElementsOf(seconds(1, 2, 4, 8, 16, 30, 30, 30));
    }

    @Test
    void staysTheSlowestHoweverOftenItFails() {
        var schedule = new RetrySchedule(ofSeconds(1), ofSeconds(30), NO_CHANCE);

        assertThat(schedule.pauseAfter(Integer.MAX_VALUE)).isEqualTo(ofSeconds(30));
    }

    @Test
    void isShorterByChanceButNotByMoreThanAFifth() {
        var schedule = new RetrySchedule(ofSeconds(1), ofSeconds(30), new SplittableRandom(1));

        var pauses = Stream.generate(() -> schedule.pauseAfter(4)).limit(1_000).toList();

        assertThat(pauses).allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMillis(6_400), ofSeconds(8)));
        assertThat(pauses.stream().distinct().count()).isGreaterThan(500);
    }

    private static Iterable<Duration> seconds(long... seconds) {
        return IntStream.range(0, seconds.length)
                .mapToObj(i -> ofSeconds(seconds[i]))
                .toList();
    }
}
