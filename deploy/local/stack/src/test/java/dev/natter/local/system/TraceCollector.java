package dev.natter.local.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Takes OTLP over HTTP, as an OpenTelemetry collector does, and keeps it all; or stops answering. */
final class TraceCollector implements AutoCloseable {

    private final List<byte[]> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server;
    private volatile boolean silent;

    private TraceCollector(HttpServer server) {
        this.server = server;
        server.createContext("/v1/traces", this::take);
    }

    static TraceCollector start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var collector = new TraceCollector(server);
            server.start();
            return collector;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        if (silent) {
            waitForTheEnd();
        }
        try (exchange) {
            requests.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on requests are not answered. */
    void fallSilent() {
        silent = true;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Span> spans() {
        return requests.stream().flatMap(request -> Span.of(request).stream()).toList();
    }

    /** The spans of a service that have this kind. */
    List<Span> spans(String service, long kind) {
        return spans().stream()
                .filter(span -> span.service().equals(service) && span.kind() == kind)
                .toList();
    }

    /** What belongs together. */
    List<Span> trace(String trace) {
        return spans().stream().filter(span -> span.trace().equals(trace)).toList();
    }

    /** All that came, byte for byte. */
    String received() {
        return requests.stream()
                .map(request -> new String(request, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
