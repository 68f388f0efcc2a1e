package dev.natter.boot.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CollectorTest {

    private final AtomicInteger requests = new AtomicInteger();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                requests.incrementAndGet();
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        vertx.close();
    }

    @Test
    void countsAnAcceptedSpanAsExportedOnce() {
        end("http://127.0.0.1:" + server.getAddress().getPort());

        assertThat(requests).hasValue(1);
        assertThat(metrics.counter("natter.traces.spans", "outcome", "exported").count())
                .isOne();
    }

    @Test
    void countsASpanAsLostWithoutACollector() {
        end("http://127.0.0.1:1");

        assertThat(metrics.counter("natter.traces.spans", "outcome", "lost").count())
                .isOne();
    }

    private void end(String address) {
        var exporter = new RedactingExporter(Collector.at(URI.create(address), vertx), new SpanQueue(1, metrics));
        var tracers = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build();
        tracers.get("test").spanBuilder("a span").startSpan().end();
        tracers.forceFlush().join(30, TimeUnit.SECONDS);
    }
}
