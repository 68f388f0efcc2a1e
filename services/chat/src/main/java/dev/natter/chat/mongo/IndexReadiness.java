package dev.natter.chat.mongo;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only once the indexes exist; the first check also creates them. */
@Readiness
@ApplicationScoped
class IndexReadiness implements AsyncHealthCheck {

    private static final String NAME = "MongoDB indexes";

    private final ChatDatabase database;

    IndexReadiness(ChatDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return database.ready()
                .map(done -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.down(NAME));
    }
}
