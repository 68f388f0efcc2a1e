package dev.natter.chat.store;

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
 * Work that several have asked for, as a span of none of them: the root of a trace of its own, with links to theirs. It is
 * current while the work is subscribed, which is when the driver looks, and never beyond: what its first asker does
 * meanwhile, on the same context, stays his own.
 */
final class SharedSpan<T> extends UniOperator<T, T> {

    private final Context context;

    private SharedSpan(Uni<T> work, Context context) {
        super(work);
        this.context = context;
    }

    /** The same work, untouched when nobody who asked is traced. */
    static <T> Uni<T> over(List<SpanContext> askers, Uni<T> work) {
        if (askers.isEmpty()) {
            return work;
        }
        return Uni.createFrom().deferred(() -> {
            var span = begin(askers);
            return new SharedSpan<>(work, Context.root().with(span))
                    .onTermination()
                    .invoke(span::end);
        });
    }

    private static Span begin(List<SpanContext> askers) {
        var span = GlobalOpenTelemetry.getTracer("dev.natter.chat")
                .spanBuilder("gathered")
                .setNoParent();
        askers.forEach(span::addLink);
        return span.setAttribute("natter.gathered", askers.size()).startSpan();
    }

    @Override
    public void subscribe(UniSubscriber<? super T> subscriber) {
        context.wrap(() -> AbstractUni.subscribe(upstream(), subscriber)).run();
    }
}
