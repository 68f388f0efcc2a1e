package dev.natter.local.stack.http;

import dev.natter.local.stack.console.LaunchFailure;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A port on loopback, in both address families where there are two, because browsers try {@code [::1]} first when they
 * open {@code localhost}. It is bound before anything slow starts, and answers 503 until {@link #serve} is called.
 */
public final class Listener implements AutoCloseable {
    /** Above the 60 s after which the chat service drops a silent peer, so that it is never us who hang up first. */
    private static final int IDLE_SECONDS = 120;

    private static final int ATTEMPTS = 10;
    private static final int SECONDS_TO_BIND = 10;

    private final List<HttpServer> servers;
    private final Switch handler;

    private Listener(List<HttpServer> servers, Switch handler) {
        this.servers = servers;
        this.handler = handler;
    }

    /**
     * Takes the port, or any free one if it is 0.
     *
     * @param variable the environment variable that moves it, named to the person when the port is taken
     */
    public static Listener bind(Vertx vertx, int port, String variable) {
        for (var attempt = 1; ; attempt++) {
            try {
                return bind(vertx, port);
            } catch (BindException e) {
                // Of a free port chosen for one family the other may be taken.
                if (port != 0 || attempt == ATTEMPTS) {
                    throw new LaunchFailure(
                            "port " + port + " is taken by another program; choose one with " + variable + "=…");
                }
            }
        }
    }

    private static Listener bind(Vertx vertx, int port) throws BindException {
        var handler = new Switch();
        var servers = new ArrayList<HttpServer>();
        try {
            servers.add(listen(vertx, handler, "127.0.0.1", port));
            if (hasIpv6()) {
                servers.add(listen(vertx, handler, "::1", servers.get(0).actualPort()));
            }
            return new Listener(servers, handler);
        } catch (BindException e) {
            new Listener(servers, handler).close();
            throw e;
        }
    }

    private static HttpServer listen(Vertx vertx, Switch handler, String host, int port) throws BindException {
        var options = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setHttp2ClearTextEnabled(false);
        return await(vertx.createHttpServer(options)
                .requestHandler(handler)
                .invalidRequestHandler(Listener::refuse)
                // No stack trace: it would not help.
                .exceptionHandler(e -> {})
                .listen());
    }

    /** Responds to a malformed request and closes the connection, because the start of the next request is unknown. */
    private static void refuse(HttpServerRequest request) {
        var cause = request.decoderResult().cause();
        var response = request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        if (cause instanceof TooLongHttpLineException) {
            Problems.answer(response, 414, "uri_too_long", "The URI exceeds the length limit. Shorten it.");
        } else if (cause instanceof TooLongHttpHeaderException) {
            Problems.answer(
                    response,
                    431,
                    "headers_too_large",
                    "The headers exceed the size limit. Remove cookies or headers.");
        } else {
            Problems.answer(response, 400, "bad_request", "The request is malformed.");
        }
        request.connection().close();
    }

    private static boolean hasIpv6() {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.getByAddress(IPV6_LOOPBACK)) != null;
        } catch (SocketException | UnknownHostException e) {
            return false;
        }
    }

    private static final byte[] IPV6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private static <T> T await(Future<T> future) throws BindException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(SECONDS_TO_BIND, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BindException taken) {
                throw taken;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return servers.get(0).actualPort();
    }

    /** From now on requests go there. */
    public void serve(Handler<HttpServerRequest> next) {
        handler.next = next;
    }

    /** Frees the port and closes every connection. */
    @Override
    public void close() {
        for (var server : servers) {
            try {
                await(server.close());
            } catch (BindException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Switch implements Handler<HttpServerRequest> {
        private volatile Handler<HttpServerRequest> next = request -> Problems.answer(
                request.response(), 503, "service_unavailable", "Natter is starting; this takes a few seconds.");

        @Override
        public void handle(HttpServerRequest request) {
            next.handle(request);
        }
    }
}
