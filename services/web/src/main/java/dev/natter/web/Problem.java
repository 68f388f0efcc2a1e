package dev.natter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * An error as of RFC 9457 (problem details), with two extension members.
 *
 * @param code a stable snake_case identifier for programs
 * @param errors the invalid fields; omitted if there are none
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String code, List<FieldError> errors) {

    /** The media type of RFC 9457. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem with a status, a code and a sentence. */
    static Problem of(int status, String code, String detail, List<FieldError> errors) {
        return new Problem("about:blank", ErrorTitles.of(status), status, detail, code, errors);
    }

    /** A problem of which only the status is known, or may be shown. */
    static Problem of(int status) {
        return of(status, ErrorTitles.code(status), ErrorTitles.detail(status), List.of());
    }
}
