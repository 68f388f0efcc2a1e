package dev.natter.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The frames of one connection, in order and not too many at a time. */
class InFlightLimiterTest {
    private final InFlightLimiter gate = new InFlightLimiter(2, 3, 100);
    private final List<String> begun = new ArrayList<>();
    private final List<UniEmitter<? super String>> working = new ArrayList<>();

    private UniAssertSubscriber<String> pass(String name, int size) {
        return gate.pass(size, () -> {
                    begun.add(name);
                    return Uni.createFrom().<String>emitter(working::add);
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    @Test
    void beginsInOrderAndOnlySoManyAtOnce() {
        List.of("a", "b", "c", "d").forEach(name -> pass(name, 1));
        assertThat(begun).containsExactly("a", "b");

        working.get(1).complete("done");
        assertThat(begun).containsExactly("a", "b", "c");
        working.get(0).fail(new IllegalStateException());

        assertThat(begun).containsExactly("a", "b", "c", "d");
    }

    @Test
    void refusesOneTooManyAndLetsTheOthersGoOn() {
        List.of("a", "b", "c", "d", "e").forEach(name -> pass(name, 1));

        var refused = pass("f", 1);
        working.get(0).complete("done");
        var taken = pass("g", 1);

        assertThat(((Refusal) refused.assertFailed().getFailure()).code()).isEqualTo("busy");
        taken.assertNotTerminated();
        assertThat(begun).containsExactly("a", "b", "c");
    }

    @Test
    void refusesWhatIsTooLargeTogether() {
        List.of("a", "b").forEach(name -> pass(name, 90));
        pass("c", 60).assertNotTerminated();

        pass("d", 60).assertFailedWith(Refusal.class);
    }

    @Test
    void workThatThrowsLeavesToo() {
        for (var time = 0; time < 5; time++) {
            gate.<String>pass(1, () -> {
                        throw new IllegalStateException("broken");
                    })
                    .subscribe()
                    .withSubscriber(UniAssertSubscriber.create())
                    .assertFailedWith(IllegalStateException.class);
        }
    }

    @Test
    void workThatIsDoneAtOnceDoesNotPileUp() {
        var results = new ArrayList<String>();
        for (var frame = 0; frame < 10_000; frame++) {
            var name = "f" + frame;
            gate.pass(1, () -> Uni.createFrom().item(name)).subscribe().with(results::add);
        }
        assertThat(results).hasSize(10_000).startsWith("f0", "f1").endsWith("f9999");
    }
}
