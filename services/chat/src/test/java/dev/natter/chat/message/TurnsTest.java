package dev.natter.chat.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns<String> turns = new Turns<>();
    private final List<String> begun = new ArrayList<>();

    @Test
    void beginsAStepWhenTheOneBeforeHasEnded() {
        var gate = new CompletableFuture<String>();
        var first = join("a", Uni.createFrom().completionStage(gate));
        var second = join("a", Uni.createFrom().item("second"));
        assertThat(begun).hasSize(1);

        gate.complete("first");

        first.assertItem("first");
        second.assertItem("second");
        assertThat(turns.length("a")).isZero();
    }

    @Test
    void letsLinesBe() {
        join("a", Uni.createFrom().nothing());

        join("b", Uni.createFrom().item("free")).assertItem("free");
    }

    @Test
    void goesOnAfterAFailure() {
        join("a", Uni.createFrom().failure(new IllegalStateException("no")))
                .assertFailedWith(IllegalStateException.class);

        join("a", Uni.createFrom().item("next")).assertItem("next");
    }

    @Test
    void goesOnWhenSomebodyHasLeftBeforeHisTurn() {
        var gate = new CompletableFuture<String>();
        join("a", Uni.createFrom().completionStage(gate));
        join("a", Uni.createFrom().item("gone")).cancel();
        var third = join("a", Uni.createFrom().item("third"));

        gate.complete("first");

        third.assertItem("third");
        assertThat(turns.length("a")).isZero();
    }

    @Test
    void neverHasTwoAtOnceWhoeverComes() throws InterruptedException {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(8);
        IntStream.range(0, 2000)
                .forEach(number -> threads.execute(() -> turns.inTurn(
                                "a",
                                () -> Uni.createFrom()
                                        .item(() -> most.accumulateAndGet(inside.incrementAndGet(), Math::max))
                                        .emitOn(threads)
                                        .invoke(inside::decrementAndGet))
                        .subscribe()
                        .with(done -> {})));

        await().untilAsserted(() -> assertThat(turns.length("a")).isZero());
        threads.shutdown();

        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(1);
    }

    private UniAssertSubscriber<String> join(String line, Uni<String> step) {
        return turns.inTurn(line, () -> {
                    begun.add(line);
                    return step;
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }
}
