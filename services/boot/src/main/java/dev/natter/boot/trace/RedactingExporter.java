package dev.natter.boot.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;

/**
 * Exports spans after removing personal data, and reports the outcome to the queue. An exporter, because a
 * {@code SpanProcessor} gets a span that has ended read-only.
 */
final class RedactingExporter implements SpanExporter {

    private final SpanExporter collector;
    private final SpanQueue backlog;

    RedactingExporter(SpanExporter collector, SpanQueue backlog) {
        this.collector = collector;
        this.backlog = backlog;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        var discreet = new ArrayList<SpanData>(spans.size());
        spans.forEach(span -> discreet.add(new RedactedSpan(span)));
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
