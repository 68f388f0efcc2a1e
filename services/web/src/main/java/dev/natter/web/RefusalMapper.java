package dev.natter.web;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** A {@link Refusal} as RFC 9457 problem+json. */
@Provider
public final class RefusalMapper extends ExceptionMapperBase<Refusal> {

    @Override
    protected HttpProblem toProblem(Refusal refusal) {
        var problem = HttpProblem.builder()
                .withStatus(refusal.status())
                .withTitle(ErrorTitles.of(refusal.status()))
                .withDetail(refusal.detail())
                .with("code", refusal.code());
        if (!refusal.errors().isEmpty()) {
            problem.with("errors", refusal.errors());
        }
        if (refusal.retryAfter() != null) {
            problem.withHeader(
                    HttpHeaders.RETRY_AFTER,
                    Math.max(1, refusal.retryAfter().plusMillis(999).toSeconds()));
        }
        return problem.build();
    }
}
