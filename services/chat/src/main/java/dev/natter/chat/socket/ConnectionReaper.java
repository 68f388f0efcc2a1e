package dev.natter.chat.socket;

import dev.natter.chat.delivery.CloseCodes;
import dev.natter.chat.delivery.FrameEncoder;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Ends what has lived too long: peers that are silent, and connections whose token has expired. */
@ApplicationScoped
class ConnectionReaper {

    private final ConnectionStates sessions;
    private final Clock clock;
    private final Duration silence;
    private final Duration grace;
    private final String tokenExpired;

    ConnectionReaper(ConnectionStates sessions, Clock clock, SocketConfig config, FrameEncoder encoder) {
        this.sessions = sessions;
        this.clock = clock;
        this.silence = config.silence();
        this.grace = config.tokenGrace();
        this.tokenExpired = encoder.encode(new TokenExpiredFrame()).text();
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    void sweep() {
        var now = clock.instant();
        for (var session : sessions.all()) {
            if (session.isSilentSince(now.minus(silence).toEpochMilli())) {
                session.connection().close(CloseCodes.SILENT, "nothing heard");
            } else if (!now.isBefore(session.expiresAt().plus(grace))) {
                session.connection().close(CloseCodes.SIGNED_OUT, "token expired");
            } else if (!now.isBefore(session.expiresAt()) && session.warn()) {
                session.connection().send(tokenExpired);
            }
        }
    }
}
