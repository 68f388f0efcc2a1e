package dev.natter.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;

/** Problem documents for requests that the HTTP server refuses before any resource sees them. */
@ApplicationScoped
public class RouterProblemHandler {

    private static final List<Integer> STATUSES =
            List.of(400, 401, 403, 404, 405, 406, 413, 414, 415, 429, 431, 500, 503);
    /** After the request ids, before the server's own check, which responds without a body. */
    private static final int BEFORE_THE_SERVERS_OWN = 900;

    /** After that check, which notes its own limit for those who read a body of unknown length. */
    private static final int BEHIND_THE_SERVERS_OWN = 1;

    private final long maxImage;
    private final long maxBody;

    RouterProblemHandler(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxImage,
            @ConfigProperty(name = "natter.http.max-body") MemorySize maxBody) {
        this.maxImage = maxImage.asLongValue();
        this.maxBody = maxBody.asLongValue();
    }

    void refuseEarly(@Observes Filters filters) {
        filters.register(this::checkLength, BEFORE_THE_SERVERS_OWN);
        filters.register(RouterProblemHandler::checkAccept, BEFORE_THE_SERVERS_OWN);
        filters.register(this::limitUnknownLength, BEHIND_THE_SERVERS_OWN);
    }

    void register(@Observes Router router) {
        STATUSES.forEach(status -> router.errorHandler(status, failed -> answer(failed, status)));
    }

    private void checkLength(RoutingContext request) {
        if (declaredLength(request) > limit(request)) {
            // The body is not read, so the connection cannot be used again.
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            answer(request, 413);
        } else {
            request.next();
        }
    }

    private void limitUnknownLength(RoutingContext request) {
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit(request));
        request.next();
    }

    /** A resource that takes no images refuses one before it reads it. */
    private long limit(RoutingContext request) {
        var type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.regionMatches(true, 0, "image/", 0, "image/".length()) ? maxImage : maxBody;
    }

    /**
     * RESTEasy Reactive parses this header only when it writes the response; a malformed one would be a 500 after the
     * work is done.
     */
    private static void checkAccept(RoutingContext request) {
        var headers = request.request().headers();
        var accepted = headers.getAll(HttpHeaders.ACCEPT);
        if (!accepted.isEmpty() && accepted.stream().allMatch(String::isBlank)) {
            // RFC 9110, 5.6.1 and 12.5.1: an empty list is well-formed, and like no header it prefers nothing.
            headers.remove(HttpHeaders.ACCEPT);
            request.next();
        } else if (accepted.stream().allMatch(RouterProblemHandler::isWellFormed)) {
            request.next();
        } else {
            answer(request, 400);
        }
    }

    private static boolean isWellFormed(String accept) {
        if (accept.equals(MediaType.WILDCARD) || accept.equals(MediaType.APPLICATION_JSON)) {
            return true;
        }
        try {
            return !MediaTypeHelper.parseHeader(accept).isEmpty();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static long declaredLength(RoutingContext request) {
        try {
            var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }

    /** Responds with the problem of that status, unless a response has been started. */
    static void answer(RoutingContext failed, int status) {
        if (failed.response().ended() || failed.response().headWritten()) {
            return;
        }
        var problem = Problem.of(status);
        failed.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(new JsonObject()
                        .put("type", problem.type())
                        .put("title", problem.title())
                        .put("status", problem.status())
                        .put("detail", problem.detail())
                        .put("code", problem.code())
                        .toBuffer());
    }
}
