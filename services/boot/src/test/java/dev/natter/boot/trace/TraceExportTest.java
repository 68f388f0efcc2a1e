package dev.natter.boot.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TraceExportTest {

    private static final int MOST = 10;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final SpanQueue backlog = new SpanQueue(MOST, metrics);

    @Test
    void aCollectorThatNeverAnswersCostsSpansAndTheyAreCounted() {
        try (var tracers = tracers(new RecordingExporter(new CompletableResultCode()))) {
            for (var span = 0; span < 1000; span++) {
                end(tracers);
            }

            assertThat(count("dropped")).isEqualTo(1000 - MOST);
            assertThat(count("exported") + count("lost")).isZero();
        }
    }

    @Test
    void whatDoesNotArriveMakesRoom() {
        var exporter = new RedactingExporter(new RecordingExporter(CompletableResultCode.ofFailure()), backlog);
        var bounded = new BoundedSpans(backlog, SimpleSpanProcessor.create(exporter));
        try (var tracers = SdkTracerProvider.builder().addSpanProcessor(bounded).build()) {
            for (var span = 0; span < 2 * MOST; span++) {
                end(tracers);
            }
        }

        assertThat(count("lost")).isEqualTo(2 * MOST);
        assertThat(count("dropped")).isZero();
    }

    @Test
    void exportsNoPersonalData() {
        var exporter = new RecordingExporter(CompletableResultCode.ofSuccess());
        try (var tracers = tracers(exporter)) {
            tracers.get("test")
                    .spanBuilder("GET /users/{id}")
                    .setAttribute("http.route", "/users/{id}")
                    .setAttribute("url.path", "/users/ada@example.com")
                    .setAttribute("user_agent.original", "ada's browser")
                    .setAttribute("db.query.text", "{ email: ada@example.com }")
                    .startSpan()
                    .recordException(new IllegalStateException("ada@example.com"))
                    .setStatus(StatusCode.ERROR, "ada@example.com")
                    .end();
        }

        assertThat(exporter.spans).singleElement().satisfies(span -> {
            assertThat(span.getAttributes())
                    .isEqualTo(Attributes.builder()
                            .put("http.route", "/users/{id}")
                            .build());
            assertThat(span.getTotalAttributeCount()).isOne();
            assertThat(span.getEvents()).isEmpty();
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getStatus().getDescription()).isEmpty();
        });
        assertThat(count("exported")).isOne();
    }

    private SdkTracerProvider tracers(SpanExporter collector) {
        var batches = BatchSpanProcessor.builder(new RedactingExporter(collector, backlog))
                .setMaxQueueSize(MOST)
                .setMaxExportBatchSize(MOST)
                .setExporterTimeout(1, TimeUnit.MILLISECONDS)
                .build();
        SpanProcessor bounded = new BoundedSpans(backlog, batches);
        return SdkTracerProvider.builder().addSpanProcessor(bounded).build();
    }

    private static void end(SdkTracerProvider tracers) {
        tracers.get("test").spanBuilder("a span").startSpan().end();
    }

    private double count(String outcome) {
        return metrics.counter("natter.traces.spans", "outcome", outcome).count();
    }

    /** Records all spans and always returns the same result. */
    private static final class RecordingExporter implements SpanExporter {

        private final List<SpanData> spans = new ArrayList<>();
        private final CompletableResultCode answer;

        RecordingExporter(CompletableResultCode answer) {
            this.answer = answer;
        }

        @Override
        public CompletableResultCode export(Collection<SpanData> batch) {
            spans.addAll(batch);
            return answer;
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
