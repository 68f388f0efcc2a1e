package dev.natter.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.socket.protocol.SlidingWindowLimiter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over 30 frames a second for 5 seconds is a flood. */
class SlidingWindowLimiterTest {
    private final SlidingWindowLimiter meter = new SlidingWindowLimiter(30, Duration.ofSeconds(5));

    @Test
    void thirtyASecondForHoursIsNone() {
        for (var second = 1_000L; second < 10_000; second++) {
            for (var frame = 0; frame < 30; frame++) {
                assertThat(meter.admit(second * 1_000 + frame * 33)).isTrue();
            }
        }
    }

    @Test
    void aBurstThatFitsIsNone() {
        for (var frame = 0; frame < 150; frame++) {
            assertThat(meter.admit(5_000_000)).isTrue();
        }
        assertThat(meter.admit(5_000_000)).isFalse();
    }

    @Test
    void fortyASecondIsOneWithinFiveSeconds() {
        var admitted = 0;
        for (var at = 9_000_000L; at < 9_005_000 && meter.admit(at); at += 25) {
            admitted++;
        }
        assertThat(admitted).isLessThanOrEqualTo(151);
    }

    @Test
    void afterAPauseItBeginsAnew() {
        for (var frame = 0; frame < 151; frame++) {
            meter.admit(1_000_000);
        }
        assertThat(meter.admit(1_006_000)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void admitsEveryFrameWithinTheLimit(int seed) {
        var random = new Random(seed);
        var recent = new ArrayDeque<Long>();
        var now = 1_000_000L;
        for (var frame = 0; frame < 20_000; frame++) {
            now += random.nextInt(random.nextInt(60) + 1);
            recent.add(now);
            while (recent.peekFirst() <= now - 5_000) {
                recent.removeFirst();
            }
            if (recent.size() <= 150) {
                assertThat(meter.admit(now)).as("frame %s at %s", frame, now).isTrue();
            } else {
                meter.admit(now);
            }
        }
    }
}
