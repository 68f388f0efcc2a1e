package dev.natter.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request an id, the caller's own if it is well-formed, and writes it into every response (early refusals
 * included) and every log line, as {@code requestId}.
 */
@ApplicationScoped
public class RequestIds {

    /** The HTTP header, in requests and responses. */
    public static final String HEADER = "X-Request-Id";

    private static final String MDC_KEY = "requestId";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    /** Before CORS (300) and authentication (200), whose errors carry the id too. */
    private static final int FIRST = 1000;

    void register(@Observes Filters filters) {
        Handler<RoutingContext> handler = this::name;
        filters.register(handler, FIRST);
    }

    private void name(RoutingContext request) {
        var id = orNew(request.request().getHeader(HEADER));
        MDC.put(MDC_KEY, id);
        request.response().putHeader(HEADER, id);
        request.next();
    }

    /** The id of the current request; null outside of one. */
    public static @Nullable String current() {
        return MDC.get(MDC_KEY) instanceof String id ? id : null;
    }

    /**
     * Makes {@code id}, from a message on the broker, the current id; replaces a missing or malformed one by a new one.
     */
    public static void resume(@Nullable String id) {
        MDC.put(MDC_KEY, orNew(id));
    }

    private static String orNew(@Nullable String id) {
        return id != null && WELL_FORMED.matcher(id).matches()
                ? id
                : UUID.randomUUID().toString();
    }
}
