package dev.natter.boot.trace;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Exports ended spans. Quarkus uses it only if tracing is on. */
@Singleton
class TraceExport {

    /** A span is about a kilobyte. */
    static final int MOST_WAITING = 4096;

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Optional<URI> address;
    private final Vertx vertx;
    private final SpanQueue backlog;

    TraceExport(@ConfigProperty(name = "natter.traces.url") Optional<URI> address, Vertx vertx, MeterRegistry metrics) {
        this.address = address;
        this.vertx = vertx;
        this.backlog = new SpanQueue(MOST_WAITING, metrics);
    }

    /** Its existence keeps Quarkus from creating its own processor, which would export everything, unbounded. */
    @Produces
    @Singleton
    SpanExporter none() {
        return SpanExporter.composite();
    }

    @Produces
    @Singleton
    SpanProcessor processor() {
        return address.map(this::processor).orElseGet(SpanProcessor::composite);
    }

    private SpanProcessor processor(URI collector) {
        var exporter = new RedactingExporter(Collector.at(collector, vertx), backlog);
        return new BoundedSpans(
                backlog,
                BatchSpanProcessor.builder(exporter)
                        .setMaxQueueSize(MOST_WAITING)
                        .setScheduleDelay(EVERY)
                        .setExporterTimeout(TIMEOUT)
                        .build());
    }
}
