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
 * Gives each request an id, the caller's own when it is well-formed, writes it into every answer (refusals before any
 * resource included) and every log line, where it is called {@code requestId}.
 */
@ApplicationScoped
public class RequestIds {

    /** The HTTP header, in requests and in answers. */
    public static final String HEADER = "X-Request-Id";

    private static final String MDC_KEY = "requestId";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    /** Before CORS (300) and authentication (200), whose refusals carry the id too. */
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

    /** The id of the request that is being worked on; null outside of one. */
    public static @Nullable String current() {
        return MDC.get(MDC_KEY) instanceof String id ? id : null;
    }

    /** Makes {@code id}, from a message on the broker, the current one; a missing or malformed one becomes a new one. */
    public static void resume(@Nullable String id) {
        MDC.put(MDC_KEY, orNew(id));
    }

    private static String orNew(@Nullable String id) {
        return id != null && WELL_FORMED.matcher(id).matches()
                ? id
                : UUID.randomUUID().toString();
    }
}
