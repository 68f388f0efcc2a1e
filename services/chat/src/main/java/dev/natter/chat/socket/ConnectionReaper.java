package dev.natter.chat.socket;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.chat.delivery.CloseCode;
import dev.natter.chat.delivery.LocalDelivery;
import dev.natter.chat.identity.RevocationChecker;
import dev.natter.chat.routing.ConnectionRegistry;
import dev.natter.events.UserEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.websockets.next.OpenConnections;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Closes connections whose peer is silent, whose token has expired, or whose session has ended. The event of that end may get
 * lost while the broker is unavailable; so sessions are also looked up from time to time.
 */
@ApplicationScoped
class ConnectionReaper {

    private static final Logger LOG = Logger.getLogger(ConnectionReaper.class);
    private static final int MAX_CONCURRENCY = 16;

    private final OpenConnections sockets;
    private final LocalDelivery local;
    private final RevocationChecker revocations;
    private final ConnectionRegistry registry;
    private final ObjectMapper json;
    private final SocketConfig config;
    private final Clock clock;

    ConnectionReaper(
            OpenConnections sockets,
            LocalDelivery local,
            RevocationChecker revocations,
            ConnectionRegistry registry,
            ObjectMapper json,
            SocketConfig config,
            Clock clock) {
        this.sockets = sockets;
        this.local = local;
        this.revocations = revocations;
        this.registry = registry;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    private Stream<ConnectionState> states() {
        return sockets.stream()
                .map(socket -> socket.userData().get(ConnectionState.KEY))
                .filter(Objects::nonNull);
    }

    @Scheduled(every = "1s", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void sweep() {
        var now = clock.instant();
        var silentSince = now.minus(config.silence()).toEpochMilli();
        states().forEach(state -> {
            if (state.isSilentSince(silentSince)) {
                state.connection().close(CloseCode.SILENT);
            } else if (!now.isBefore(state.expiresAt().plus(config.tokenGrace()))) {
                state.connection().close(CloseCode.TOKEN_EXPIRED);
            } else if (!now.isBefore(state.expiresAt()) && state.warn()) {
                local.reply(state.connection(), new SocketFrame.TokenExpired());
            }
        });
    }

    @Incoming("session-events")
    Uni<Void> on(byte[] body) {
        try {
            if (json.readValue(body, UserEvent.class) instanceof UserEvent.SessionEnded ended) {
                // Noted before the connections are closed, so that the user is offline with the last of them.
                var noted = registry.signedOut(ended.userId());
                close(ended.sessionId());
                return noted;
            }
        } catch (IOException malformed) {
            LOG.warnf("A message on user-events is no event (%d bytes)", body.length);
        }
        return Uni.createFrom().voidItem();
    }

    @Scheduled(
            every = "${natter.revocation.recheck:30s}",
            concurrentExecution = SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> revalidate() {
        return Multi.createFrom()
                .iterable(states().map(ConnectionState::sessionId).collect(Collectors.toSet()))
                .onItem()
                .transformToUni(sessionId -> revocations.hasEnded(sessionId).invoke(hasEnded -> {
                    if (hasEnded) {
                        close(sessionId);
                    }
                }))
                .merge(MAX_CONCURRENCY)
                .onItem()
                .ignoreAsUni();
    }

    private void close(String sessionId) {
        // First, because a connection that opens meanwhile checks after its state is kept.
        revocations.add(sessionId);
        states().filter(state -> state.sessionId().equals(sessionId)).forEach(this::close);
    }

    /** Closes a new connection whose session has ended during its handshake. */
    void check(ConnectionState state) {
        if (revocations.isKnown(state.sessionId())) {
            close(state);
        }
    }

    private void close(ConnectionState state) {
        local.reply(state.connection(), new SocketFrame.SessionEnded());
        state.connection().close(CloseCode.SIGNED_OUT);
    }
}
