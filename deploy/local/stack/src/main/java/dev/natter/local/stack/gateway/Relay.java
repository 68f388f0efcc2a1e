package dev.natter.local.stack.gateway;

import dev.natter.local.stack.http.Problems;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.proxy.handler.ProxyHandler;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;

/** Relays requests to a service; when none of its replicas can be reached, says so as the contract has it. */
final class Relay implements ProxyInterceptor {
    /** Longer than any answer of ours takes, so that it only ever ends what hangs. */
    private static final int SILENCE_MILLIS = 60_000;

    private Relay() {}

    static Handler<RoutingContext> to(Upstream upstream, HttpClient client) {
        // Upgrades are SocketTunnel's.
        var proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(context -> upstream.open(context.client(), new RequestOptions().setIdleTimeout(SILENCE_MILLIS)))
                .addInterceptor(new Relay());
        return ProxyHandler.create(proxy);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        // The services see the address the caller used, as from any proxy that serves one origin.
        context.request().setAuthority(context.request().proxiedRequest().authority());
        return context.sendRequest().recover(failure -> Future.succeededFuture(unavailable(context)));
    }

    private static ProxyResponse unavailable(ProxyContext context) {
        var body = Problems.body(503, "service_unavailable", "The service is unavailable. Try again shortly.");
        return context.request()
                .release()
                .response()
                .setStatusCode(503)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE)
                .putHeader(HttpHeaders.RETRY_AFTER, "2")
                .setBody(Body.body(body));
    }
}
