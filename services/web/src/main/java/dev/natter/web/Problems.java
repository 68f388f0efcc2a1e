package dev.natter.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Maps every failure of a resource to problem+json (RFC 9457), without internal details. The extension quarkus-http-problem is
 * not used: its mappers know no {@code code}, so most of these would remain, and the failures of {@link RouterProblemHandler}
 * precede resources.
 */
public class Problems {

    private static final int BEFORE_THE_PLATFORMS_OWN = Priorities.USER - 1000;

    // A set instead of a switch, for which the compiler would generate a class.
    private static final Set<ElementKind> OF_THE_METHOD = EnumSet.of(
            ElementKind.METHOD, ElementKind.CONSTRUCTOR, ElementKind.RETURN_VALUE, ElementKind.CROSS_PARAMETER);

    @ServerExceptionMapper
    public RestResponse<Problem> refusal(ApiException refusal) {
        var answer = answer(Problem.of(refusal.status(), refusal.code(), refusal.detail(), refusal.errors()));
        if (refusal.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (refusal.retryAfter() != null) {
            var seconds = refusal.retryAfter().plusMillis(999).toSeconds();
            answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, seconds));
        }
        return answer.build();
    }

    @ServerExceptionMapper(priority = BEFORE_THE_PLATFORMS_OWN)
    public RestResponse<Problem> invalid(ConstraintViolationException invalid) {
        var errors = invalid.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .sorted(java.util.Comparator.comparing(FieldError::field))
                .toList();
        return badRequest("The request has invalid fields. Correct the fields listed in errors.", errors);
    }

    @ServerExceptionMapper(priority = BEFORE_THE_PLATFORMS_OWN)
    public RestResponse<Problem> mismatched(MismatchedInputException malformed) {
        return malformedJson(malformed);
    }

    @ServerExceptionMapper(priority = BEFORE_THE_PLATFORMS_OWN)
    public RestResponse<Problem> malformedJson(JsonProcessingException malformed) {
        var errors = malformed instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? List.of(new FieldError(path(mapping), "has the wrong type"))
                : List.<FieldError>of();
        return badRequest("The body is not valid JSON for this request.", errors);
    }

    @ServerExceptionMapper({
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class
    })
    public RestResponse<Problem> unauthenticated() {
        return answer(Problem.of(401))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> forbidden(ForbiddenException forbidden) {
        return answer(Problem.of(403)).build();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> http(WebApplicationException http) {
        if (http.getCause() instanceof JsonProcessingException malformed) {
            return malformedJson(malformed);
        }
        return answer(Problem.of(http.getResponse().getStatus())).build();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> fault(Throwable fault) {
        Log.error("a request failed", fault);
        return answer(Problem.of(500)).build();
    }

    private static RestResponse<Problem> badRequest(String detail, List<FieldError> errors) {
        return answer(Problem.of(400, ErrorTitles.code(400), detail, errors)).build();
    }

    private static RestResponse.ResponseBuilder<Problem> answer(Problem problem) {
        // By number: there is no constant for 422.
        return RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE);
    }

    /** The violated property as the client wrote it, without the names of the method and its body parameter. */
    private static String field(ConstraintViolation<?> violation) {
        var steps = new ArrayList<String>();
        var inBody = false;
        for (Path.Node node : violation.getPropertyPath()) {
            var kind = node.getKind();
            if (kind == ElementKind.PARAMETER) {
                steps.add(node.getName());
            } else if (!OF_THE_METHOD.contains(kind)) {
                if (!inBody) {
                    steps.clear();
                    inBody = true;
                }
                steps.add(node.toString());
            }
        }
        return String.join(".", steps);
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
