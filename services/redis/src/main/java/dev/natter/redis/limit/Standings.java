package dev.natter.redis.limit;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was counted for the request that is being answered. Outside of a request nobody wants to know. */
@ApplicationScoped
class Standings {

    private final OfRequest ofRequest;

    Standings(OfRequest ofRequest) {
        this.ofRequest = ofRequest;
    }

    void note(Standing standing) {
        if (Arc.container().requestContext().isActive()) {
            ofRequest.add(standing);
        }
    }

    List<Standing> all() {
        return Arc.container().requestContext().isActive() ? ofRequest.all() : List.of();
    }

    /** One request's. */
    @RequestScoped
    static class OfRequest {
        private final List<Standing> all = new CopyOnWriteArrayList<>();

        void add(Standing standing) {
            all.add(standing);
        }

        List<Standing> all() {
            return List.copyOf(all);
        }
    }
}
