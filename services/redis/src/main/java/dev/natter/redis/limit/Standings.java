package dev.natter.redis.limit;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The limits that the current request was counted by. Ignored outside of a request. */
@ApplicationScoped
class Standings {

    private final OfRequest ofRequest;

    Standings(OfRequest ofRequest) {
        this.ofRequest = ofRequest;
    }

    void note(QuotaStatus standing) {
        if (Arc.container().requestContext().isActive()) {
            ofRequest.add(standing);
        }
    }

    List<QuotaStatus> all() {
        return Arc.container().requestContext().isActive() ? ofRequest.all() : List.of();
    }

    /** Those of one request. */
    @RequestScoped
    static class OfRequest {
        private final List<QuotaStatus> all = new CopyOnWriteArrayList<>();

        void add(QuotaStatus standing) {
            all.add(standing);
        }

        List<QuotaStatus> all() {
            return List.copyOf(all);
        }
    }
}
