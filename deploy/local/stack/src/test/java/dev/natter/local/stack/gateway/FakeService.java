package dev.natter.local.stack.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Tells who it is and what it was asked, and holds sockets. */
final class FakeService implements AutoCloseable {
    final List<String> targets = new CopyOnWriteArrayList<>();
    final CompletableFuture<ServerWebSocket> socket = new CompletableFuture<>();
    private final HttpServer server;
    private final String name;

    FakeService(Vertx vertx, String name) {
        this(vertx, name, 0);
    }

    FakeService(Vertx vertx, String name, int port) {
        this.name = name;
        this.server = get(vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .addWebSocketSubProtocol("carrier"))
                .requestHandler(this::answer)
                .listen());
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    private void open(ServerWebSocket connection) {
        // Sent before a client can listen, as the chat service does.
        connection.writeTextMessage("ready");
        connection.textMessageHandler(text -> connection.writeTextMessage(name + ":" + text));
        socket.complete(connection);
    }

    private void answer(HttpServerRequest request) {
        targets.add(request.uri());
        if (request.path().endsWith("/socket")) {
            request.toWebSocket().onSuccess(this::open);
            return;
        }
        if (request.path().endsWith("/silent")) {
            return;
        }
        request.body().onSuccess(body -> {
            var response = request.response();
            if (request.path().endsWith("/refused")) {
                response.setStatusCode(401)
                        .putHeader("Content-Type", "application/problem+json")
                        .putHeader("X-Request-Id", "of-the-service");
            }
            if (request.path().endsWith("/named")) {
                response.putHeader("X-Request-Id", "of-the-service");
            }
            var headers = new JsonObject();
            request.headers().forEach((key, value) -> headers.put(key.toLowerCase(java.util.Locale.ROOT), value));
            response.end(new JsonObject()
                    .put("service", name)
                    .put("method", request.method().name())
                    .put("target", request.uri())
                    .put("headers", headers)
                    .put("body", body.toString())
                    .toBuffer());
        });
    }

    static <T> T get(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        get(server.close());
    }
}
