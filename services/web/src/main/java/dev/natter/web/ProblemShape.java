package dev.natter.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkiverse.resteasy.problem.validation.HttpValidationProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Brings every problem into the one shape of the public contract: {@code type}, {@code title}, {@code status},
 * {@code detail}, {@code code}, and {@code errors} where a part of the request is to blame. Whatever a library would tell
 * about the inside of a fault is left out.
 */
@ApplicationScoped
public class ProblemShape implements ProblemPostProcessor {

    private static final URI ABOUT_BLANK = URI.create("about:blank");

    /** After the library's own, so that nothing is added behind this. */
    @Override
    public int priority() {
        return Integer.MIN_VALUE;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        var status = problem.getStatusCode();
        var shaped = HttpProblem.builder()
                .withType(problem.getType() == null ? ABOUT_BLANK : problem.getType())
                .withTitle(ErrorTitles.of(status))
                .withStatus(status)
                .withDetail(detail(problem, context))
                .with("code", problem.getParameters().getOrDefault("code", ErrorTitles.code(status)));
        problem.getHeaders().forEach(shaped::withHeader);
        var errors = errors(problem, context);
        if (!errors.isEmpty()) {
            shaped.with("errors", errors);
        }
        return shaped.build();
    }

    private static String detail(HttpProblem problem, ProblemContext context) {
        if (problem.getParameters().containsKey("code") && problem.getDetail() != null) {
            return problem.getDetail();
        }
        if (context.cause instanceof JsonProcessingException) {
            return "The body is not JSON of the expected shape.";
        }
        if (problem instanceof HttpValidationProblem) {
            return "The request has fields that are not as they should be.";
        }
        return ErrorTitles.of(problem.getStatusCode()) + ".";
    }

    private static List<?> errors(HttpProblem problem, ProblemContext context) {
        if (problem.getParameters().get("errors") instanceof List<?> own) {
            return own;
        }
        if (problem.getParameters().get("violations") instanceof List<?> violations) {
            return violations.stream()
                    .filter(Violation.class::isInstance)
                    .map(Violation.class::cast)
                    .map(violation -> new FieldError(violation.field, violation.message))
                    .toList();
        }
        if (context.cause instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return List.of(new FieldError(path(mapping), "is not of the expected type"));
        }
        return List.of();
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
