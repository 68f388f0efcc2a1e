package dev.natter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * An error as RFC 9457 (problem details) has it, with two members of our own.
 *
 * @param code a stable snake_case word for programs
 * @param errors what is wrong with which part of the request; left out when it is not about a part
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String code, List<FieldError> errors) {

    /** The media type of RFC 9457. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem that is fully told by its status, its code and a sentence. */
    static Problem of(int status, String code, String detail, List<FieldError> errors) {
        return new Problem("about:blank", ErrorTitles.of(status), status, detail, code, errors);
    }

    /** A problem of which nothing more is known, or may be told, than its status. */
    static Problem of(int status) {
        return of(status, ErrorTitles.code(status), ErrorTitles.of(status) + ".", List.of());
    }
}
