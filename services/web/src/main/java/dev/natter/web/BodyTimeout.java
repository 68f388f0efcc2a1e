package dev.natter.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Closes a connection whose body does not arrive in time: a client that sends byte by byte would hold it forever. */
@ApplicationScoped
class BodyTimeout {

    private static final int REQUEST_TIMEOUT = 408;
    /** After the request ids. */
    private static final int EARLY = 900;

    private final Duration timeout;

    BodyTimeout(@ConfigProperty(name = "natter.http.body-timeout", defaultValue = "30s") Duration timeout) {
        this.timeout = timeout;
    }

    void register(@Observes Filters filters) {
        Handler<RoutingContext> handler = this::limit;
        filters.register(handler, EARLY);
    }

    private void limit(RoutingContext request) {
        if (hasBody(request.request())) {
            var timer = request.vertx().setTimer(timeout.toMillis(), late -> endIfLate(request));
            request.addEndHandler(ended -> request.vertx().cancelTimer(timer));
        }
        request.next();
    }

    private static void endIfLate(RoutingContext request) {
        if (!request.request().isEnded()) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            RouterProblemHandler.answer(request, REQUEST_TIMEOUT);
            request.request().connection().close();
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        // Some clients send a length of 0 with a GET, and an upgrade to a WebSocket never ends as a request.
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return (length != null && !length.equals("0")) || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
