package dev.natter.user.broker;

import dev.natter.events.Topology;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness of the broker. The connector's own check would also fail liveness, and the process would be restarted in
 * vain.
 */
@Readiness
@ApplicationScoped
class BrokerReady implements HealthCheck {

    private final WatchedConnections connections;

    BrokerReady(WatchedConnections connections) {
        this.connections = connections;
    }

    @Override
    public HealthCheckResponse call() {
        var open = List.of(Topology.OTP_MAIL, Topology.USER_EVENTS).stream()
                .allMatch(channel -> connections.of(channel).isOpen());
        return HealthCheckResponse.named("RabbitMQ").status(open).build();
    }
}
