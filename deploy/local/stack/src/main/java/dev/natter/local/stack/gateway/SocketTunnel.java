package dev.natter.local.stack.gateway;

import dev.natter.local.stack.http.Problems;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Forwards a WebSocket to the chat service byte by byte, so that subprotocol, pings and close codes pass unchanged.
 *
 * <p>Vert.x' proxy supports upgrades too, but drops the body and headers of a refusal (401, 403), ignores
 * back-pressure, and responds with 404 if the service is unavailable.
 */
final class SocketTunnel implements Handler<RoutingContext> {
    private static final int HANDSHAKE_SECONDS = 10;
    private static final List<String> BETWEEN_TWO_ONLY =
            List.of("Connection", "Keep-Alive", "Transfer-Encoding", "Upgrade");

    private final Upstream upstream;
    private final HttpClient client;

    SocketTunnel(Upstream upstream, HttpClient client) {
        this.upstream = upstream;
        this.client = client;
    }

    @Override
    public void handle(RoutingContext exchange) {
        var request = exchange.request();
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            exchange.next();
            return;
        }
        request.pause();
        upstream.open(client, new RequestOptions().setURI(request.uri()))
                .compose(there -> shakeHands(request, there))
                .compose(answer -> answer.statusCode() == 101 ? join(request, answer) : refuse(exchange, answer))
                .onFailure(failure -> Problems.answer(
                        exchange, 503, "service_unavailable", "Live connections cannot be had just now."));
    }

    private static Future<HttpClientResponse> shakeHands(HttpServerRequest request, HttpClientRequest there) {
        there.headers().setAll(request.headers());
        return there.exceptionHandler(SocketTunnel::ignore)
                .connect()
                .timeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS)
                .onFailure(late -> there.reset());
    }

    private static Future<Void> join(HttpServerRequest request, HttpClientResponse answer) {
        var service = answer.netSocket();
        // Data that arrived early must not pass before there is a handler.
        service.pause();
        request.response().setStatusCode(101).headers().setAll(answer.headers());
        return request.toNetSocket()
                .onFailure(gone -> service.close())
                .onSuccess(caller -> {
                    pipe(service, caller);
                    pipe(caller, service);
                })
                .mapEmpty();
    }

    /** A connection that breaks is closed, which is all there is to do. */
    private static void ignore(Throwable broken) {}

    /** At the pace of the slower one; the end of either is the end of both. */
    private static void pipe(NetSocket from, NetSocket to) {
        from.exceptionHandler(SocketTunnel::ignore);
        from.pipeTo(to).onComplete(ended -> {
            from.close();
            to.close();
        });
    }

    private static Future<Void> refuse(RoutingContext exchange, HttpClientResponse answer) {
        exchange.request().resume();
        var response = exchange.response();
        response.setStatusCode(answer.statusCode()).headers().setAll(answer.headers());
        BETWEEN_TWO_ONLY.forEach(response.headers()::remove);
        response.setChunked(!response.headers().contains(HttpHeaders.CONTENT_LENGTH));
        return answer.pipeTo(response);
    }
}
