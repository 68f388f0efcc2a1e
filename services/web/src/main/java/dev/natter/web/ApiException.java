package dev.natter.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expected error, mapped to RFC 9457 problem+json by REST and to an {@code error} frame by the socket. Has no stack
 * trace, because it is not a defect.
 */
public final class ApiException extends RuntimeException {

    private final int status;
    private final String code;
    private final String detail;
    private final @Nullable Duration retryAfter;
    private final transient List<FieldError> errors;

    private ApiException(
            int status, ErrorCode code, String detail, @Nullable Duration retryAfter, List<FieldError> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code.wireName();
        this.detail = detail;
        this.retryAfter = retryAfter;
        this.errors = List.copyOf(errors);
    }

    /** 400: the request is malformed; {@code field} is the invalid JSON path or parameter. */
    public static ApiException malformed(String field, String detail) {
        return new ApiException(400, ErrorCode.BAD_REQUEST, detail, null, List.of(new FieldError(field, detail)));
    }

    /** 401: the credentials are missing, invalid or expired. */
    public static ApiException unauthenticated(ErrorCode code, String detail) {
        return new ApiException(401, code, detail, null, List.of());
    }

    /** 403: the caller may not do this. */
    public static ApiException forbidden(ErrorCode code, String detail) {
        return new ApiException(403, code, detail, null, List.of());
    }

    /** 404: it does not exist, or the caller may not know of it. */
    public static ApiException notFound(ErrorCode code, String detail) {
        return new ApiException(404, code, detail, null, List.of());
    }

    /** 409: it conflicts with the current state. */
    public static ApiException conflict(ErrorCode code, String detail) {
        return new ApiException(409, code, detail, null, List.of());
    }

    /** 410: it existed, and does not any more. */
    public static ApiException gone(ErrorCode code, String detail) {
        return new ApiException(410, code, detail, null, List.of());
    }

    /** 413: it exceeds a size limit. */
    public static ApiException tooLarge(ErrorCode code, String detail) {
        return new ApiException(413, code, detail, null, List.of());
    }

    /** 415: the media type is not supported. */
    public static ApiException unsupportedMediaType(ErrorCode code, String detail) {
        return new ApiException(415, code, detail, null, List.of());
    }

    /** 422: well-formed, but cannot be executed. */
    public static ApiException unprocessable(ErrorCode code, String detail) {
        return new ApiException(422, code, detail, null, List.of());
    }

    /** 429: a rate limit is exceeded; {@code retryAfter} is rounded up to whole seconds, at least one. */
    public static ApiException tooMany(ErrorCode code, String detail, Duration retryAfter) {
        return new ApiException(429, code, detail, retryAfter, List.of());
    }

    /** 503: a backing service is unavailable; {@code retryAfter} is rounded up to whole seconds, at least one. */
    public static ApiException unavailable(ErrorCode code, String detail, Duration retryAfter) {
        return new ApiException(503, code, detail, retryAfter, List.of());
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable snake_case identifier of an {@link ErrorCode}. */
    public String code() {
        return code;
    }

    /** A sentence for people, without secrets. */
    public String detail() {
        return detail;
    }

    /** How long to wait before a retry; null if waiting does not help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The invalid fields; empty if there are none. */
    public List<FieldError> errors() {
        return errors;
    }
}
