package dev.natter.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Redis knows of the people who are connected. */
@QuarkusTest
class LeaseEndpointTest {

    private final String ada = Door.newId();

    @Inject
    Redis redis;

    @BeforeEach
    void ready() {
        Door.awaitReady();
    }

    private long leases() {
        return redis.send(Request.cmd(Command.ZCARD).arg("leases:{" + ada + "}"))
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .toLong();
    }

    @Test
    void everyConnectionIsALeaseAndWhatRedisForgetsIsThereAgainAtTheNextRenewal() {
        try (var one = Door.open(ada);
                var two = Door.open(ada)) {
            await().untilAsserted(() -> assertThat(leases()).isEqualTo(2));

            redis.send(Request.cmd(Command.FLUSHALL))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();

            assertThat(one.take("resync")).isNotNull();
            assertThat(two.take("resync")).isNotNull();
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(leases()).isEqualTo(2));
            two.close();
            await().untilAsserted(() -> assertThat(leases()).isEqualTo(1));
            assertThat(one.isClosed()).isFalse();
        }
        // The grace period is the last lease, and the sweep removes it.
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(leases()).isZero());
    }
}
