package dev.natter.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expected "no": the one exception family of the services. REST answers it as RFC 9457 problem+json, the socket as an
 * {@code error} frame. It has no stack trace, because it is an answer and not a fault.
 */
public final class Refusal extends RuntimeException {

    private final int status;
    private final String code;
    private final String detail;
    private final @Nullable Duration retryAfter;
    private final transient List<FieldError> errors;

    private Refusal(int status, ErrorCode code, String detail, @Nullable Duration retryAfter, List<FieldError> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code.word();
        this.detail = detail;
        this.retryAfter = retryAfter;
        this.errors = List.copyOf(errors);
    }

    /** 400: the request itself is malformed; {@code field} is the JSON path or parameter that is. */
    public static Refusal malformed(String field, String detail) {
        return new Refusal(400, ErrorCode.BAD_REQUEST, detail, null, List.of(new FieldError(field, detail)));
    }

    /** 401: the caller has not shown who he is, or what he showed is not good (any more). */
    public static Refusal unauthenticated(ErrorCode code, String detail) {
        return new Refusal(401, code, detail, null, List.of());
    }

    /** 403: known, but not his to do. */
    public static Refusal forbidden(ErrorCode code, String detail) {
        return new Refusal(403, code, detail, null, List.of());
    }

    /** 404: no such thing, or none that the caller may know of. */
    public static Refusal notFound(ErrorCode code, String detail) {
        return new Refusal(404, code, detail, null, List.of());
    }

    /** 409: it contradicts what is there already. */
    public static Refusal conflict(ErrorCode code, String detail) {
        return new Refusal(409, code, detail, null, List.of());
    }

    /** 413: more than is taken. */
    public static Refusal tooLarge(ErrorCode code, String detail) {
        return new Refusal(413, code, detail, null, List.of());
    }

    /** 415: not one of the media types that are taken. */
    public static Refusal unsupportedMediaType(ErrorCode code, String detail) {
        return new Refusal(415, code, detail, null, List.of());
    }

    /** 422: understood, but refused. */
    public static Refusal unprocessable(ErrorCode code, String detail) {
        return new Refusal(422, code, detail, null, List.of());
    }

    /** 429: too often; {@code retryAfter} is rounded up to whole seconds, at least one. */
    public static Refusal tooMany(ErrorCode code, String detail, Duration retryAfter) {
        return new Refusal(429, code, detail, retryAfter, List.of());
    }

    /** 503: something that is needed is away; {@code retryAfter} is rounded up to whole seconds, at least one. */
    public static Refusal unavailable(ErrorCode code, String detail, Duration retryAfter) {
        return new Refusal(503, code, detail, retryAfter, List.of());
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A stable snake_case word for programs: that of an {@link ErrorCode}. */
    public String code() {
        return code;
    }

    /** A sentence for people; holds nothing secret. */
    public String detail() {
        return detail;
    }

    /** How long to wait before it is worth trying again; null when waiting does not help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** What is wrong with which part of the request; empty when it is not about a part. */
    public List<FieldError> errors() {
        return errors;
    }
}
