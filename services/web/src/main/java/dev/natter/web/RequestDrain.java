package dev.natter.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Waits for requests in progress when this replica shuts down, and refuses new ones. Quarkus' graceful shutdown cannot:
 * it counts an open socket as a request that never ends, and refuses without a problem document. The caller that stops
 * the replica begins the {@link ShutdownGate}.
 */
@ApplicationScoped
class RequestDrain {

    private static final int UNAVAILABLE = 503;
    /** After the request id is set, before anything else. */
    private static final int EARLY = 900;

    private final ShutdownGate closing;

    RequestDrain(ShutdownGate closing) {
        this.closing = closing;
    }

    void register(@Observes Filters filters) {
        Handler<RoutingContext> handler = this::count;
        filters.register(handler, EARLY);
    }

    private void count(RoutingContext request) {
        if (request.request().headers().contains("Sec-WebSocket-Key")) {
            // Sockets are closed separately, and new ones refused there.
            request.next();
        } else if (closing.enter()) {
            request.addEndHandler(ended -> closing.leave());
            request.next();
        } else {
            request.response().putHeader("Retry-After", "1").putHeader("Connection", "close");
            RouterProblemHandler.answer(request, UNAVAILABLE);
        }
    }
}
