package dev.natter.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Counts all problem responses. */
public class ErrorMetricsFilter {

    private final ErrorMetrics errorMetrics;

    ErrorMetricsFilter(ErrorMetrics errorMetrics) {
        this.errorMetrics = errorMetrics;
    }

    @ServerResponseFilter
    public void count(ContainerResponseContext answer) {
        if (answer.getEntity() instanceof Problem problem) {
            errorMetrics.count(problem.code());
        }
    }
}
