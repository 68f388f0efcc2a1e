package dev.natter.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;

/** A body that is not JSON, or not of the expected shape, is the client's fault: 400, whatever Jackson calls it. */
@Provider
@Priority(Priorities.USER - 1)
public final class MalformedJsonMapper extends ExceptionMapperBase<JsonProcessingException> {

    @Override
    protected HttpProblem toProblem(JsonProcessingException malformed) {
        return HttpProblem.builder()
                .withStatus(400)
                .withTitle(ErrorTitles.of(400))
                .build();
    }
}
