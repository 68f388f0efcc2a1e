package dev.natter.local.stack.gateway;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Sets the client address for the services, in place of what the client sent. */
final class ForwardedHeaders implements Handler<RoutingContext> {
    private static final List<String> CLAIMS = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-Forwarded-Server",
            "X-Forwarded-Ssl",
            "X-Original-URL",
            "X-Real-IP",
            "X-Rewrite-URL");

    @Override
    public void handle(RoutingContext exchange) {
        var request = exchange.request();
        CLAIMS.forEach(request.headers()::remove);
        request.headers()
                .set("X-Forwarded-For", request.remoteAddress().hostAddress())
                .set("X-Forwarded-Proto", "http")
                .set("X-Forwarded-Host", request.authority().toString());
        exchange.next();
    }
}
