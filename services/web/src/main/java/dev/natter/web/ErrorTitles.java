package dev.natter.web;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;

/** The words that go with a status where nothing more particular is known. */
final class ErrorTitles {

    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "bad_request"),
            Map.entry(401, "unauthorized"),
            Map.entry(403, "forbidden"),
            Map.entry(404, "not_found"),
            Map.entry(405, "method_not_allowed"),
            Map.entry(406, "not_acceptable"),
            Map.entry(409, "conflict"),
            Map.entry(413, "too_large"),
            Map.entry(414, "uri_too_long"),
            Map.entry(415, "unsupported_media_type"),
            Map.entry(422, "unprocessable"),
            Map.entry(429, "too_many_requests"),
            Map.entry(431, "headers_too_large"),
            Map.entry(503, "unavailable"));

    private ErrorTitles() {}

    /** The title of RFC 9457 for a status: its reason phrase. */
    static String of(int status) {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }

    /** The {@code code} of a problem that brought none of its own. */
    static String code(int status) {
        return CODES.getOrDefault(status, status >= 500 ? "internal" : "bad_request");
    }
}
