package dev.natter.chat.attachment;

import static dev.natter.chat.Unis.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PermitLimiterTest {

    private final PermitLimiter limiter = new PermitLimiter(1, 2);
    private final List<String> begun = new ArrayList<>();
    private final CompletableFuture<String> first = new CompletableFuture<>();

    @Test
    void doesWaitingWorkInOrderAsPermitsAreReleased() {
        var works = List.of(work("first", first), work("second", new CompletableFuture<>()));

        assertThat(begun).containsExactly("first");
        first.complete("done");

        assertThat(begun).containsExactly("first", "second");
        assertThat(works.get(0)).isCompletedWithValue("done");
    }

    @Test
    void releasesThePermitOfWorkThatFails() {
        work("first", first);
        work("second", new CompletableFuture<>());

        first.completeExceptionally(new IllegalStateException());

        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void forgetsWorkThatIsCancelledBeforeItBegins() {
        work("first", first);
        work("second", new CompletableFuture<>()).cancel(true);
        work("third", new CompletableFuture<>());

        first.complete("done");

        assertThat(begun).containsExactly("first", "third");
    }

    @Test
    void releasesThePermitOfWorkThatIsCancelled() {
        var running = work("first", first);
        work("second", new CompletableFuture<>());

        running.cancel(true);

        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void turnsAwayMoreThanMayWait() {
        work("first", first);
        work("second", new CompletableFuture<>());
        work("third", new CompletableFuture<>());

        var refusal = failure(limiter.run(() -> Uni.createFrom().item("fourth")));

        assertThat(refusal).asInstanceOf(type(Refusal.class)).returns(503, Refusal::status);
    }

    private CompletableFuture<String> work(String name, CompletableFuture<String> end) {
        return limiter.run(() -> {
                    begun.add(name);
                    return Uni.createFrom().completionStage(end);
                })
                .subscribeAsCompletionStage();
    }
}
