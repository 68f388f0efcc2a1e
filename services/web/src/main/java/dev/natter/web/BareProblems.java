package dev.natter.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** What the HTTP server refuses before any resource sees it has the same shape as every other problem. */
@ApplicationScoped
public class BareProblems {

    private static final List<Integer> STATUSES =
            List.of(400, 401, 403, 404, 405, 406, 413, 414, 415, 429, 431, 500, 503);

    void register(@Observes Router router) {
        STATUSES.forEach(status -> router.errorHandler(status, failed -> answer(failed, status)));
    }

    private static void answer(RoutingContext failed, int status) {
        if (failed.response().ended() || failed.response().headWritten()) {
            return;
        }
        failed.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject()
                        .put("type", "about:blank")
                        .put("title", ErrorTitles.of(status))
                        .put("status", status)
                        .put("detail", ErrorTitles.of(status) + ".")
                        .put("code", ErrorTitles.code(status))
                        .toBuffer());
    }
}
