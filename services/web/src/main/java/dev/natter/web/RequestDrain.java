package dev.natter.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lets requests that are under way finish when this replica stops, and refuses new ones. Quarkus' own graceful shutdown
 * cannot: it takes an open socket for a request that never ends, and refuses with nothing but a number. Whoever stops the
 * replica begins the {@link Closing}.
 */
@ApplicationScoped
class RequestDrain {

    private static final int UNAVAILABLE = 503;
    /** After the request has got its id, before anything else. */
    private static final int EARLY = 900;

    private final Closing closing;

    RequestDrain(Closing closing) {
        this.closing = closing;
    }

    void register(@Observes Filters filters) {
        Handler<RoutingContext> handler = this::count;
        filters.register(handler, EARLY);
    }

    private void count(RoutingContext request) {
        if (request.request().headers().contains("Sec-WebSocket-Key")) {
            // Whoever has sockets closes them one by one, and takes no new ones.
            request.next();
        } else if (closing.enter()) {
            request.addEndHandler(ended -> closing.leave());
            request.next();
        } else {
            request.response().putHeader("Retry-After", "1").putHeader("Connection", "close");
            BareProblems.answer(request, UNAVAILABLE);
        }
    }
}
