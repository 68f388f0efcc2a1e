package dev.natter.boot.trace;

import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.internal.http.HttpExporter;
import io.opentelemetry.sdk.common.InternalTelemetryVersion;
import io.opentelemetry.sdk.internal.ComponentId;
import io.opentelemetry.sdk.internal.StandardComponentId.ExporterType;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.opentelemetry.runtime.exporter.otlp.sender.VertxHttpSender;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.VertxHttpSpanExporter;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Quarkus' OTLP exporter. Quarkus creates it for its own use only, so that no filter could be put before it. */
final class Collector {

    /** Timeout of an attempt to export a batch; three attempts in all. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private Collector() {}

    static SpanExporter at(URI address, Vertx vertx) {
        var sender = new VertxHttpSender(
                address,
                VertxHttpSender.TRACES_PATH,
                false,
                TIMEOUT,
                Map.of(),
                "application/x-protobuf",
                options ->
                        options.setSsl("https".equals(address.getScheme())).setConnectTimeout((int) TIMEOUT.toMillis()),
                vertx);
        return new VertxHttpSpanExporter(new HttpExporter<>(
                ComponentId.generateLazy(ExporterType.OTLP_HTTP_SPAN_EXPORTER),
                sender,
                MeterProvider::noop,
                InternalTelemetryVersion.LATEST,
                address.toASCIIString()));
    }
}
