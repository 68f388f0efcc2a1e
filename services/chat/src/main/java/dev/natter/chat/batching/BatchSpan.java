package dev.natter.chat.batching;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.operators.UniOperator;
import io.smallrye.mutiny.subscription.UniSubscriber;
import java.util.List;

/**
 * The span of a batch: the root of a trace of its own, linked to the traces of its requests. It is current while the work is
 * subscribed, which is when the driver looks, and no longer, so that it never covers what its first caller does meanwhile.
 */
final class BatchSpan<T> extends UniOperator<T, T> {

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
