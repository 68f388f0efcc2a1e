package dev.natter.boot.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;

/** Tells a collector of spans, of each only what tells nothing of anybody, and the backlog how that went. */
final class DiscreetExporter implements SpanExporter {

    private final SpanExporter collector;
    private final Backlog backlog;

    DiscreetExporter(SpanExporter collector, Backlog backlog) {
        this.collector = collector;
        this.backlog = backlog;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        var discreet = new ArrayList<SpanData>(spans.size());
        spans.forEach(span -> discreet.add(new DiscreetSpan(span)));
        var result = collector.export(discreet);
        return result.whenComplete(() -> backlog.leave(discreet.size(), result.isSuccess()));
    }

    @Override
    public CompletableResultCode flush() {
        return collector.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return collector.shutdown();
    }
}
