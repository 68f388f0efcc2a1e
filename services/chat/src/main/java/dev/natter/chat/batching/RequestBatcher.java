package dev.natter.chat.batching;

import dev.natter.web.ApiException;
import dev.natter.web.CallerContext;
import dev.natter.web.ErrorCode;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.operators.UniOperator;
import io.smallrye.mutiny.subscription.UniSubscriber;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Batches concurrent requests. An idle batcher executes a request at once, alone; requests that arrive while the permitted
 * number of batches is executed go together in the next one. A {@linkplain #lingering lingering} batcher also waits a moment
 * for more requests, but only under load. Mutiny's grouping operators would wait when idle, too.
 *
 * <p>In traces, a batch of one belongs to its request; a larger one is a trace of its own, linked to those of its requests.
 */
public final class RequestBatcher<T, R extends @Nullable Object> {

    /** Requests beyond so many full batches are refused. */
    static final int MAX_WAITING_BATCHES = 100;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final int maxWaiting;
    private final IntUnaryOperator batchSize;
    private final int maxConcurrency;
    private final Function<List<T>, Uni<List<R>>> execute;
    private final @Nullable Linger linger;
    private final Deque<PendingRequest<T, R>> waiting = new ArrayDeque<>();
    private int running;
    private boolean isLingering;

    /** Completed with the reply, or with the duty to execute the batch that this request is the first of. */
    private record PendingRequest<T, R extends @Nullable Object>(
            T request, CompletableFuture<Supplier<Uni<R>>> turn, Span span) {}

    /**
     * A batcher that never lingers.
     *
     * @param maxConcurrency batches executed at the same time
     * @param execute replies in the order of the requests, or fails for all of them
     */
    public RequestBatcher(int maxBatchSize, int maxConcurrency, Function<List<T>, Uni<List<R>>> execute) {
        this(maxBatchSize * MAX_WAITING_BATCHES, n -> Math.min(n, maxBatchSize), maxConcurrency, execute, null);
    }

    /** @param batchSize how many of so many waiting requests to take, at least one */
    RequestBatcher(
            int maxWaiting,
            IntUnaryOperator batchSize,
            int maxConcurrency,
            Function<List<T>, Uni<List<R>>> execute,
            @Nullable Linger linger) {
        this.maxWaiting = maxWaiting;
        this.batchSize = batchSize;
        this.maxConcurrency = maxConcurrency;
        this.execute = execute;
        this.linger = linger;
    }

    /** The same batcher, which waits {@code time} for more requests while at least {@code perSecond} arrive. */
    public RequestBatcher<T, R> lingering(Duration time, int perSecond) {
        return new RequestBatcher<>(maxWaiting, batchSize, maxConcurrency, execute, new Linger(time, perSecond));
    }

    /**
     * Submits the request on subscription, once; it is executed even if its subscriber goes away. The reply arrives on the
     * caller's context. Fails with a {@link ApiException} (503) when too many requests are waiting.
     */
    public Uni<R> submit(T request) {
        return Uni.createFrom().deferred(() -> enqueue(request)).memoize().indefinitely();
    }

    /** Submits the request now. The returned Uni must be subscribed: the first request of a batch executes the batch. */
    Uni<R> enqueue(T request) {
        var caller = CallerContext.current();
        var pending = new PendingRequest<T, R>(request, new CompletableFuture<>(), Span.current());
        var reply = caller.comeBack(Uni.createFrom().completionStage(pending.turn()))
                .chain(Supplier::get)
                .memoize()
                .indefinitely();
        var ready = add(pending, caller);
        if (ready != null) {
            ready.run();
        }
        return reply;
    }

    private synchronized @Nullable Runnable add(PendingRequest<T, R> pending, CallerContext caller) {
        if (waiting.size() >= maxWaiting) {
            return () -> pending.turn().complete(() -> Uni.createFrom().failure(tooMany()));
        }
        waiting.addLast(pending);
        if (linger == null || !linger.isDue() || isLingering || running >= maxConcurrency) {
            return next();
        }
        isLingering = true;
        running++;
        var lingered = Uni.createFrom().voidItem().onItem().delayIt().by(linger.time());
        return () ->
                pending.turn().complete(() -> caller.comeBack(lingered.chain(() -> executeBatch(takeLingering()))));
    }

    private static ApiException tooMany() {
        return ApiException.unavailable(ErrorCode.BUSY, "The database is overloaded. Try again shortly.", RETRY_AFTER);
    }

    private synchronized List<PendingRequest<T, R>> takeLingering() {
        isLingering = false;
        return take();
    }

    private @Nullable Runnable next() {
        if (isLingering || running >= maxConcurrency || waiting.isEmpty()) {
            return null;
        }
        running++;
        var batch = take();
        return () -> batch.get(0).turn().complete(() -> executeBatch(batch));
    }

    private List<PendingRequest<T, R>> take() {
        var size = batchSize.applyAsInt(waiting.size());
        var batch = new ArrayList<PendingRequest<T, R>>(size);
        while (batch.size() < size) {
            batch.add(waiting.removeFirst());
        }
        return batch;
    }

    private synchronized @Nullable Runnable finish() {
        running--;
        return next();
    }

    private Uni<R> executeBatch(List<PendingRequest<T, R>> batch) {
        var requests = batch.stream().map(PendingRequest::request).toList();
        var executing = Uni.createFrom().deferred(() -> execute.apply(requests));
        return BatchSpan.over(spans(batch), executing)
                .onItemOrFailure()
                .invoke((replies, failure) -> {
                    var next = finish();
                    reply(batch, replies, failure);
                    if (next != null) {
                        next.run();
                    }
                })
                .map(replies -> replies.get(0));
    }

    private static <T, R extends @Nullable Object> List<SpanContext> spans(List<PendingRequest<T, R>> batch) {
        return batch.stream()
                .map(pending -> pending.span().getSpanContext())
                .filter(SpanContext::isValid)
                .toList();
    }

    private void reply(List<PendingRequest<T, R>> batch, @Nullable List<R> replies, @Nullable Throwable failure) {
        for (var at = 1; at < batch.size(); at++) {
            var turn = batch.get(at).turn();
            if (replies == null) {
                turn.complete(() -> Uni.createFrom().failure(failure));
            } else {
                var reply = replies.get(at);
                turn.complete(() -> Uni.createFrom().item(reply));
            }
        }
    }

    private static final class Linger {

        private static final long WINDOW_NANOS = Duration.ofMillis(100).toNanos();

        private final Duration time;
        private final int perWindow;
        private long windowStart = System.nanoTime();
        private int inWindow;
        private int inWindowBefore;

        Linger(Duration time, int perSecond) {
            this.time = time;
            this.perWindow = (int)
                    Math.max(1, perSecond * WINDOW_NANOS / Duration.ofSeconds(1).toNanos());
        }

        Duration time() {
            return time;
        }

        /** Counts a request; whether they arrive often enough. */
        boolean isDue() {
            var elapsed = System.nanoTime() - windowStart;
            if (elapsed >= WINDOW_NANOS) {
                inWindowBefore = elapsed < 2 * WINDOW_NANOS ? inWindow : 0;
                inWindow = 0;
                windowStart += elapsed;
            }
            inWindow++;
            return Math.max(inWindow, inWindowBefore) >= perWindow;
        }
    }

    /**
     * The span of a batch, linked to the traces of its requests. Current only while the work is subscribed, which is when the
     * driver looks, so that it never covers what its first caller does meanwhile.
     */
    private static final class BatchSpan<T> extends UniOperator<T, T> {

        private final Context context;

        private BatchSpan(Uni<T> work, Context context) {
            super(work);
            this.context = context;
        }

        /** The same work: untouched when none of its requests is traced, in the trace of the only one that is. */
        static <T> Uni<T> over(List<SpanContext> requests, Uni<T> work) {
            if (requests.isEmpty()) {
                return work;
            }
            if (requests.size() == 1) {
                // It may have waited: what is current now belongs to the request whose end it waited for.
                return new BatchSpan<>(work, Context.root().with(Span.wrap(requests.get(0))));
            }
            return Uni.createFrom().deferred(() -> {
                var span = begin(requests);
                return new BatchSpan<>(work, Context.root().with(span))
                        .onTermination()
                        .invoke(span::end);
            });
        }

        private static Span begin(List<SpanContext> requests) {
            var span = GlobalOpenTelemetry.getTracer("dev.natter.chat")
                    .spanBuilder("batch")
                    .setNoParent();
            requests.forEach(span::addLink);
            return span.setAttribute("natter.batch.size", requests.size()).startSpan();
        }

        @Override
        public void subscribe(UniSubscriber<? super T> subscriber) {
            context.wrap(() -> AbstractUni.subscribe(upstream(), subscriber)).run();
        }
    }
}
