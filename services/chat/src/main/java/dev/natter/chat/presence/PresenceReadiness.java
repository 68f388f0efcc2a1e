package dev.natter.chat.presence;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when this replica knows who is where: before that, what is sent here does not reach everybody live. */
@Readiness
@ApplicationScoped
class PresenceReadiness implements HealthCheck {

    private final Entry entry;

    PresenceReadiness(Entry entry) {
        this.entry = entry;
    }

    @Override
    public HealthCheckResponse call() {
        var state = entry.state();
        return HealthCheckResponse.named("presence")
                .status(state == Joining.State.IN)
                .withData("state", state.name())
                .build();
    }
}
