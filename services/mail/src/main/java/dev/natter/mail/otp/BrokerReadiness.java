package dev.natter.mail.otp;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while messages would come in. The connector's own checks also make liveness depend on the broker; this does not. */
@Readiness
@Singleton
class BrokerReadiness implements HealthCheck {

    private final BrokerChannels channels;

    BrokerReadiness(BrokerChannels channels) {
        this.channels = channels;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("rabbitmq")
                .status(channels.consuming())
                .build();
    }
}
