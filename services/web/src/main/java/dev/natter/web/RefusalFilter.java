package dev.natter.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Counts all problem responses. */
public class RefusalFilter {

    private final Refusals refusals;

    RefusalFilter(Refusals refusals) {
        this.refusals = refusals;
    }

    @ServerResponseFilter
    public void count(ContainerResponseContext answer) {
        if (answer.getEntity() instanceof Problem problem) {
            refusals.count(problem.code());
        }
    }
}
