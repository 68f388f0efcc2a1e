package dev.natter.local.stack.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;

/** Sees to it that every answer carries an id: the service's, else the caller's own if well-formed, else a new one. */
public final class RequestIds implements Handler<RoutingContext> {
    public static final String HEADER = "X-Request-Id";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    public void handle(RoutingContext exchange) {
        var callers = exchange.request().getHeader(HEADER);
        exchange.addHeadersEndHandler(sending -> {
            var headers = exchange.response().headers();
            if (!headers.contains(HEADER)) {
                var echo = callers != null && WELL_FORMED.matcher(callers).matches();
                headers.set(HEADER, echo ? callers : UUID.randomUUID().toString());
            }
        });
        exchange.next();
    }
}
