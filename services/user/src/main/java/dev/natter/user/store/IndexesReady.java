package dev.natter.user.store;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness: the indexes that uniqueness and speed depend on exist. */
@Readiness
@ApplicationScoped
class IndexesReady implements AsyncHealthCheck {

    private static final String NAME = "MongoDB indexes";

    private final StoreIndexes indexes;

    IndexesReady(StoreIndexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return indexes.ensured()
                .map(ensured -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down(NAME));
    }
}
