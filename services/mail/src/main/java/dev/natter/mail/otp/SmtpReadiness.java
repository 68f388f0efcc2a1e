package dev.natter.mail.otp;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the SMTP server greets. Asked at most once an interval however often readiness is, so that a probe every
 * second does not become a connection every second.
 */
@Readiness
@Singleton
class SmtpReadiness implements AsyncHealthCheck {

    private final Uni<HealthCheckResponse> answer;

    SmtpReadiness(SmtpGreeting greeting, SmtpConfig config) {
        this.answer = Uni.createFrom()
                .deferred(greeting::heard)
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false)
                .map(up -> HealthCheckResponse.named("smtp").status(up).build())
                .memoize()
                .forFixedDuration(config.probeInterval());
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return answer;
    }
}
