package dev.natter.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void everythingHasItsTimeBeforehandHoweverLongTheOneBeforeTook() {
        var vertx = Vertx.vertx();
        var dues = new ArrayList<Long>();
        var latencies = new Latencies();

        var sending = new OpenLoop(vertx).run(100, Duration.ofMillis(200), (number, due) -> {
            if (number == 0) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            dues.add(due);
            latencies.sinceDue(due);
        });
        BoundedWait.on(sending, Duration.ofSeconds(10));
        BoundedWait.on(vertx.close(), Duration.ofSeconds(10));

        assertThat(dues).hasSize(20);
        for (var at = 1; at < dues.size(); at++) {
            assertThat(dues.get(at) - dues.get(at - 1)).isBetween(9_999_990L, 10_000_010L);
        }
        // Coordinated omission: those that were due during the pause waited, too.
        assertThat(latencies.percentile(80)).isGreaterThan(30);
    }
}
