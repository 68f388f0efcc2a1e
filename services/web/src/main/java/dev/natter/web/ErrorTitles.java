package dev.natter.web;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;

/** Title, code and detail of a problem of which only the status is known. */
final class ErrorTitles {

    private static final Map<Integer, ErrorCode> CODES = Map.ofEntries(
            Map.entry(400, ErrorCode.BAD_REQUEST),
            Map.entry(401, ErrorCode.UNAUTHORIZED),
            Map.entry(403, ErrorCode.FORBIDDEN),
            Map.entry(404, ErrorCode.NOT_FOUND),
            Map.entry(405, ErrorCode.METHOD_NOT_ALLOWED),
            Map.entry(406, ErrorCode.NOT_ACCEPTABLE),
            Map.entry(409, ErrorCode.CONFLICT),
            Map.entry(413, ErrorCode.TOO_LARGE),
            Map.entry(414, ErrorCode.URI_TOO_LONG),
            Map.entry(415, ErrorCode.UNSUPPORTED_MEDIA_TYPE),
            Map.entry(422, ErrorCode.UNPROCESSABLE),
            Map.entry(429, ErrorCode.TOO_MANY_REQUESTS),
            Map.entry(431, ErrorCode.HEADERS_TOO_LARGE),
            Map.entry(503, ErrorCode.UNAVAILABLE));

    private ErrorTitles() {}

    /** The title of RFC 9457 for a status: its reason phrase. */
    static String of(int status) {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }

    /** The {@code code} of a problem that brought none of its own. */
    static String code(int status) {
        return codeOf(status).wireName();
    }

    /** The {@code detail} of such a problem. A malformed request without a list of fields gets its title as a sentence. */
    static String detail(int status) {
        var code = codeOf(status);
        return code == ErrorCode.BAD_REQUEST ? of(status) + "." : code.sentence();
    }

    private static ErrorCode codeOf(int status) {
        return CODES.getOrDefault(status, status >= 500 ? ErrorCode.INTERNAL : ErrorCode.BAD_REQUEST);
    }
}
