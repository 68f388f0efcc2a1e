package dev.natter.local.stack.gateway;

import dev.natter.local.stack.http.LoopbackHosts;
import dev.natter.local.stack.http.Problems;
import dev.natter.local.stack.http.RequestIds;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public origin of a local stack. */
public final class Gateway implements Handler<HttpServerRequest> {
    private static final int CONNECTIONS = 256;
    private static final int WAITING = 2_000;
    private static final int SOCKETS = 20_000;

    private final Router router;
    private volatile boolean draining;

    /**
     * What is behind the origin.
     *
     * @param user replicas of the user service
     * @param chat replicas of the chat service
     * @param webApp directory with the built web app; may be missing
     * @param s3 the image store, or null
     */
    public record Backends(
            List<URI> user,
            List<URI> chat,
            Path webApp,
            @Nullable URI s3) {}

    public Gateway(Vertx vertx, Backends backends) {
        var user = new Upstream(backends.user());
        var chat = new Upstream(backends.chat());
        // A connection that became a socket stays in its pool: the sockets have one of their own.
        var requests = client(vertx, CONNECTIONS);
        var tunnel = new SocketTunnel(chat, client(vertx, SOCKETS));
        var toUser = errors(Router.router(vertx));
        toUser.route().handler(new ForwardedHeaders()).handler(Relay.to(user, requests));
        var toChat = errors(Router.router(vertx));
        toChat.route().handler(new ForwardedHeaders()).handler(tunnel).handler(Relay.to(chat, requests));
        var toWebApp = errors(Router.router(vertx));
        new WebApp(backends.webApp(), backends.s3()).mount(toWebApp);
        router = errors(Router.router(vertx));
        router.route()
                .handler(new RequestIds())
                .handler(new LoopbackHosts())
                .handler(this::refuseWhileDraining)
                .handler(exchange -> {
                    switch (Destination.of(exchange.request().uri())) {
                        case USER -> toUser.handleContext(exchange);
                        case CHAT -> toChat.handleContext(exchange);
                        case WEB -> toWebApp.handleContext(exchange);
                        case NOWHERE -> Problems.notFound(exchange);
                    }
                });
    }

    private static Router errors(Router router) {
        return router.errorHandler(
                        500,
                        exchange -> Problems.answer(
                                exchange, 500, "internal_error", "An unexpected error occurred. Try again."))
                .errorHandler(
                        400, exchange -> Problems.answer(exchange, 400, "bad_request", "The request is malformed."))
                .errorHandler(404, Problems::notFound);
    }

    private static HttpClient client(Vertx vertx, int connections) {
        return vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        // Less than the services keep an idle connection, so that none closes under a request.
                        .setKeepAliveTimeout(20))
                // Not among the options above, where the builder takes no notice of the sizes.
                .with(new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(WAITING))
                .build();
    }

    private void refuseWhileDraining(RoutingContext exchange) {
        if (draining) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            Problems.answer(exchange, 503, "service_unavailable", "Natter is stopping. Try again shortly.");
        } else {
            exchange.next();
        }
    }

    @Override
    public void handle(HttpServerRequest request) {
        router.handle(request);
    }

    /** From now on takes nothing new; sockets stay until the services close them. */
    public void drain() {
        draining = true;
    }
}
