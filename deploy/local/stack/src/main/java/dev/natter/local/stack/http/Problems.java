package dev.natter.local.stack.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Errors of our own in the form the services give theirs: RFC 9457, with a stable word for programs. */
public final class Problems {
    public static final String MEDIA_TYPE = "application/problem+json";
    /** Long enough for a service that is being started again. */
    private static final String RETRY_AFTER_SECONDS = "2";

    private Problems() {}

    public static void answer(RoutingContext exchange, int status, String code, String detail) {
        answer(exchange.response(), status, code, detail);
    }

    public static void answer(HttpServerResponse response, int status, String code, String detail) {
        if (response.ended() || response.headWritten()) {
            return;
        }
        if (status == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body(status, code, detail));
    }

    public static void notFound(RoutingContext exchange) {
        answer(exchange, 404, "not_found", "Nothing exists at this address.");
    }

    public static Buffer body(int status, String code, String detail) {
        return new JsonObject()
                .put("type", "about:blank")
                .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                .put("status", status)
                .put("detail", detail)
                .put("code", code)
                .toBuffer();
    }
}
