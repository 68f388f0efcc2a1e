package dev.natter.chat.batching;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Parallel;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeyedSerialExecutorTest {

    private final List<String> executed = new ArrayList<>();
    private final List<CompletableFuture<Void>> ends = new ArrayList<>();
    private final KeyedSerialExecutor<String, Integer, Integer> executor =
            new KeyedSerialExecutor<>(waiting -> waiting < 3 ? 1 : waiting, (key, batch) -> {
                executed.add(key + batch);
                var end = new CompletableFuture<Void>();
                ends.add(end);
                return Uni.createFrom().completionStage(end).replaceWith(batch);
            });

    @Test
    void executesOneBatchOfAKeyAtATimeInTheOrderOfSubmission() {
        var replies = List.of(submit("a", 1), submit("a", 2), submit("a", 3), submit("a", 4));

        assertThat(executed).containsExactly("a[1]");
        ends.get(0).complete(null);
        assertThat(executed).containsExactly("a[1]", "a[2, 3, 4]");
        ends.get(1).complete(null);

        assertThat(replies)
                .extracting(reply -> reply.assertCompleted().getItem())
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void takesSoManyAtOnceAsTheSizeSays() {
        submit("a", 1);
        submit("a", 2);
        submit("a", 3);

        ends.get(0).complete(null);

        assertThat(executed).containsExactly("a[1]", "a[2]");
    }

    @Test
    void keysDoNotWaitForEachOther() {
        submit("a", 1);
        submit("b", 2);

        assertThat(executed).containsExactly("a[1]", "b[2]");
    }

    @Test
    void goesOnAfterAFailureAndAfterASubscriberHasGone() {
        var first = submit("a", 1);
        var gone = submit("a", 2);
        var last = submit("a", 3);
        gone.cancel();

        ends.get(0).completeExceptionally(new IllegalStateException("broken"));
        ends.get(1).complete(null);
        ends.get(2).complete(null);

        first.assertFailedWith(IllegalStateException.class);
        assertThat(executed).containsExactly("a[1]", "a[2]", "a[3]");
        last.assertItem(3);
    }

    @Test
    void countsWhatIsUnfinishedAndForgetsIdleKeys() {
        submit("a", 1);
        submit("a", 2);

        assertThat(executor.unfinished("a")).isEqualTo(2);
        ends.get(0).complete(null);
        assertThat(executor.unfinished("a")).isEqualTo(1);
        ends.get(1).complete(null);
        assertThat(executor.unfinished("a")).isZero();
        assertThat(executor.unfinished("never used")).isZero();
    }

    @Test
    void neverExecutesAKeyTwiceAtTheSameTimeHoweverManyThreadsSubmit() {
        var running = new ConcurrentHashMap<Integer, AtomicInteger>();
        var overlaps = new AtomicInteger();
        var concurrent = new KeyedSerialExecutor<Integer, Integer, Integer>(waiting -> 1, (key, batch) -> {
            var counter = running.computeIfAbsent(key, same -> new AtomicInteger());
            if (counter.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
            }
            return Uni.createFrom()
                    .item(batch)
                    .onItem()
                    .delayIt()
                    .by(java.time.Duration.ofNanos(100_000))
                    .invoke(counter::decrementAndGet);
        });

        var replies = Parallel.times(400, number -> get(concurrent.submit(number % 3, number)));

        assertThat(replies).hasSize(400).doesNotHaveDuplicates();
        assertThat(overlaps).hasValue(0);
    }

    @Test
    void aFailureReachesTheSubmitter() {
        var broken = new KeyedSerialExecutor<String, Integer, Integer>(waiting -> 1, (key, batch) -> {
            throw new IllegalArgumentException("broken");
        });

        assertThat(failure(broken.submit("a", 1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(broken.unfinished("a")).isZero();
    }

    private UniAssertSubscriber<Integer> submit(String key, int request) {
        return executor.submit(key, request).subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
