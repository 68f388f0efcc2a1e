package dev.natter.local.stack.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * Answers only to requests that name this machine as their host.
 *
 * <p>A page on the internet can have its own name resolve to 127.0.0.1 and would then be "same origin" with whatever
 * listens here; what it cannot do is send another name than its own.
 */
public final class LoopbackHosts implements Handler<RoutingContext> {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    @Override
    public void handle(RoutingContext exchange) {
        var authority = exchange.request().authority();
        if (authority != null && NAMES.contains(authority.host())) {
            exchange.next();
        } else {
            Problems.answer(exchange, 421, "misdirected_request", "This server answers for localhost only.");
        }
    }
}
