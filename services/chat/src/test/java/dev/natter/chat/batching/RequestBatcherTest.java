package dev.natter.chat.batching;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.web.ApiException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestBatcherTest {

    private final List<List<Integer>> executed = new ArrayList<>();
    private final List<CompletableFuture<Void>> replies = new ArrayList<>();
    private final RequestBatcher<Integer, String> batcher = new RequestBatcher<>(3, 1, requests -> {
        executed.add(requests);
        var reply = new CompletableFuture<Void>();
        replies.add(reply);
        return Uni.createFrom()
                .completionStage(reply)
                .map(nothing -> requests.stream().map(each -> "reply " + each).toList());
    });

    @Test
    void anIdleBatcherExecutesARequestAtOnce() {
        var first = subscribe(1);

        assertThat(executed).containsExactly(List.of(1));
        replies.get(0).complete(null);
        first.assertCompleted().assertItem("reply 1");
    }

    @Test
    void requestsThatArriveMeanwhileGoTogetherAndInOrder() {
        var all = new ArrayList<UniAssertSubscriber<String>>();
        for (var request = 1; request <= 6; request++) {
            all.add(subscribe(request));
        }

        replies.get(0).complete(null);
        replies.get(1).complete(null);
        replies.get(2).complete(null);

        assertThat(executed).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5, 6));
        for (var request = 1; request <= 6; request++) {
            all.get(request - 1).assertCompleted().assertItem("reply " + request);
        }
    }

    @Test
    void aBatchFailsAsAWholeAndTheNextOneDoesNot() {
        subscribe(1);
        var second = subscribe(2);
        var third = subscribe(3);
        replies.get(0).complete(null);

        replies.get(1).completeExceptionally(new IllegalStateException("away"));

        second.assertFailedWith(IllegalStateException.class, "away");
        third.assertFailedWith(IllegalStateException.class, "away");
        var next = subscribe(4);
        replies.get(2).complete(null);
        next.assertCompleted().assertItem("reply 4");
    }

    @Test
    void aBatchIsExecutedEvenIfTheSubscriberOfItsFirstRequestGoesAway() {
        subscribe(1);
        var second = subscribe(2);
        var third = subscribe(3);
        second.cancel();

        replies.get(0).complete(null);
        replies.get(1).complete(null);

        third.assertCompleted().assertItem("reply 3");
    }

    @Test
    void anExceptionThrownByTheFunctionIsTheReply() {
        var broken = new RequestBatcher<Integer, String>(3, 1, requests -> {
            throw new IllegalArgumentException("broken");
        });

        assertThat(failure(broken.submit(1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(failure(broken.submit(2))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesRequestsBeyondTheBoundAndNoOthers() {
        var all = new ArrayList<UniAssertSubscriber<String>>();
        var room = 1 + 3 * RequestBatcher.MAX_WAITING_BATCHES;
        for (var request = 1; request <= room; request++) {
            all.add(subscribe(request));
        }

        var refused = (ApiException) failure(batcher.submit(room + 1));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("busy");
        for (var command = 0; command <= RequestBatcher.MAX_WAITING_BATCHES; command++) {
            replies.get(command).complete(null);
        }
        for (var request = 1; request <= room; request++) {
            all.get(request - 1).assertCompleted().assertItem("reply " + request);
        }
        assertThat(executed).hasSize(1 + RequestBatcher.MAX_WAITING_BATCHES);
    }

    @Test
    void aRequestIsExecutedOnceHoweverOftenItIsSubscribed() {
        var one = batcher.submit(1);
        one.subscribe().withSubscriber(UniAssertSubscriber.create());
        replies.get(0).complete(null);

        assertThat(get(one)).isEqualTo("reply 1");
        assertThat(executed).hasSize(1);
    }

    @Test
    void aRequestThatIsExecutedAloneStaysInItsOwnTrace() {
        var first = span('a');
        var second = span('b');
        var executedIn = new ArrayList<String>();
        var reply = new CompletableFuture<Void>();
        var traced = new RequestBatcher<Integer, Integer>(1, 1, requests -> {
            executedIn.add(Span.current().getSpanContext().getTraceId());
            return Uni.createFrom().completionStage(reply).replaceWith(requests);
        });
        for (var span : List.of(first, second)) {
            try (var ignored = span.makeCurrent()) {
                traced.submit(1).subscribe().withSubscriber(UniAssertSubscriber.create());
            }
        }

        try (var ignored = first.makeCurrent()) {
            reply.complete(null);
        }

        assertThat(executedIn)
                .containsExactly(
                        first.getSpanContext().getTraceId(),
                        second.getSpanContext().getTraceId());
    }

    private static Span span(char digit) {
        var digits = String.valueOf(digit);
        return Span.wrap(SpanContext.create(
                digits.repeat(32), digits.repeat(16), TraceFlags.getSampled(), TraceState.getDefault()));
    }

    private UniAssertSubscriber<String> subscribe(int request) {
        return batcher.submit(request).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    @Test
    void waitsForMoreRequestsOnlyUnderLoad() {
        var sizes = new ArrayList<Integer>();
        var lingering = new RequestBatcher<Integer, Integer>(100, 4, requests -> {
                    sizes.add(requests.size());
                    return Uni.createFrom().item(requests);
                })
                .lingering(Duration.ofMillis(20), 50);
        for (var quiet = 1; quiet <= 4; quiet++) {
            get(lingering.submit(quiet));
        }
        assertThat(sizes).containsExactly(1, 1, 1, 1);

        var busy = IntStream.range(0, 30)
                .mapToObj(request -> lingering.submit(request).subscribe().withSubscriber(UniAssertSubscriber.create()))
                .toList();

        for (var request = 0; request < 30; request++) {
            assertThat(busy.get(request).awaitItem().getItem()).isEqualTo(request);
        }
        assertThat(sizes).containsExactly(1, 1, 1, 1, 30);
    }
}
