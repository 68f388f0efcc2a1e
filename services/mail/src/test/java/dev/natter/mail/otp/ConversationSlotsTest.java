package dev.natter.mail.otp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConversationSlotsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ConversationSlots slots = new ConversationSlots(10, meters);
    private final List<UniEmitter<? super String>> underWay = new ArrayList<>();

    @Test
    void letsInTenAndNotAnEleventh() {
        begin(25);

        assertThat(underWay).hasSize(10);
        assertThat(meters.get("natter.mail.conversations").gauge().value()).isEqualTo(10);
    }

    @Test
    void letsInTheNextWhenOneEndsHoweverItEnds() {
        begin(25);

        underWay.get(0).complete("well");
        underWay.get(1).fail(new IllegalStateException("badly"));

        assertThat(underWay).hasSize(12);
    }

    @Test
    void letsInFirstTriesBeforeFurtherOnes() {
        begin(10);
        var order = new ArrayList<String>();
        for (var firstTry : new boolean[] {false, false, true, true}) {
            slots.whenFree(firstTry, () -> Uni.createFrom().item(firstTry ? "first" : "further"))
                    .subscribe()
                    .with(order::add);
        }

        underWay.get(0).complete("now the others");

        assertThat(order).containsExactly("first", "first", "further", "further");
    }

    @Test
    void takesInConversationsThatCannotEvenBegin() {
        for (var time = 0; time < 30; time++) {
            slots.<String>whenFree(true, () -> {
                        throw new IllegalStateException("no");
                    })
                    .subscribe()
                    .withSubscriber(UniAssertSubscriber.create())
                    .assertFailedWith(IllegalStateException.class);
        }

        begin(10);

        assertThat(underWay).hasSize(10);
    }

    @Test
    void doesNotPileUpConversationsThatEndAtOnce() {
        begin(10);
        var ended = new AtomicInteger();
        for (var time = 0; time < 20_000; time++) {
            slots.whenFree(true, () -> Uni.createFrom().item("at once"))
                    .subscribe()
                    .with(item -> ended.incrementAndGet());
        }

        underWay.get(0).complete("now the others");

        assertThat(ended).hasValue(20_000);
    }

    @Test
    void losesNoPlaceUnderManyThreads() throws InterruptedException {
        var threads = Executors.newFixedThreadPool(8);
        var most = new AtomicInteger();
        var inside = new AtomicInteger();
        var all = new CountDownLatch(20_000);
        for (var time = 0; time < 20_000; time++) {
            threads.execute(() -> slots.whenFree(true, () -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        return Uni.createFrom().item("done").emitOn(threads).invoke(inside::decrementAndGet);
                    })
                    .subscribe()
                    .with(item -> all.countDown()));
        }

        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(most.get()).isBetween(2, 10);
        threads.shutdownNow();
    }

    private void begin(int conversations) {
        for (var time = 0; time < conversations; time++) {
            slots.whenFree(true, () -> Uni.createFrom().<String>emitter(underWay::add))
                    .onFailure()
                    .recoverWithItem("failed")
                    .subscribe()
                    .with(item -> {});
        }
    }
}
