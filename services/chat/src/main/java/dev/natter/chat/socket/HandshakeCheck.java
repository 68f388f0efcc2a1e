package dev.natter.chat.socket;

import dev.natter.chat.delivery.CloseCode;
import dev.natter.chat.delivery.Connections;
import dev.natter.chat.delivery.DeliveryMetrics;
import dev.natter.chat.identity.RevocationChecker;
import dev.natter.chat.socket.protocol.FrameGuard;
import dev.natter.chat.socket.protocol.SlidingWindowLimiter;
import dev.natter.web.ShutdownGate;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may open a socket: a valid token of a session that has not ended (else 401), from a page of our own origin or
 * from no browser (else 403), while this replica has room and is not shutting down (else 503). It is the only check: that of
 * {@code @Authenticated} would log every invalid token as a fault.
 */
@ApplicationScoped
class HandshakeCheck implements HttpUpgradeCheck {

    static final TypedKey<Credentials> CREDENTIALS = new TypedKey<>("natter.credentials");
    static final TypedKey<HttpConnection> TRANSPORT = new TypedKey<>("natter.transport");

    private static final Map<String, List<String>> LATER = Map.of("Retry-After", List.of("5"));

    private final SocketConfig config;
    private final Connections connections;
    private final RevocationChecker revocations;
    private final ShutdownGate closing;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    HandshakeCheck(
            SocketConfig config,
            Connections connections,
            RevocationChecker revocations,
            ShutdownGate closing,
            DeliveryMetrics metrics,
            Clock clock) {
        this.config = config;
        this.connections = connections;
        this.revocations = revocations;
        this.closing = closing;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return context.securityIdentity()
                // The framework has answered already, and would report another outcome as a fault.
                .onFailure()
                .recoverWithUni(() -> Uni.createFrom().nothing())
                .map(identity -> check(context, identity));
    }

    private CheckResult check(HttpUpgradeContext context, @Nullable SecurityIdentity identity) {
        var credentials = Credentials.of(identity);
        if (identity == null || credentials == null || revocations.isKnown(credentials.sessionId())) {
            return CheckResult.rejectUpgradeSync(401, Map.of("WWW-Authenticate", List.of("Bearer")));
        }
        var from = context.httpRequest().getHeader("Origin");
        if (from != null && !from.equals(config.publicOrigin())) {
            return CheckResult.rejectUpgradeSync(403);
        }
        if (closing.hasBegun() || connections.isFull()) {
            return CheckResult.rejectUpgradeSync(503, LATER);
        }
        context.userData().put(CREDENTIALS, credentials);
        context.userData().put(TRANSPORT, context.httpRequest().connection());
        FrameGuard.watch(
                context.httpRequest().connection(),
                new SlidingWindowLimiter(config.framesPerSecond(), config.floodWindow()),
                clock,
                () -> metrics.closing(CloseCode.TOO_MANY_FRAMES));
        forgetHandshake(identity);
        return CheckResult.permitUpgradeSync();
    }

    /**
     * The framework keeps the user of the handshake as long as the connection lives, and with it the whole request: a third
     * of what an idle connection takes. Only {@link #CREDENTIALS} are needed.
     */
    private static void forgetHandshake(SecurityIdentity identity) {
        RoutingContext handshake = identity.getAttribute(RoutingContext.class.getName());
        handshake.userContext().clear();
        handshake.remove(QuarkusHttpUser.DEFERRED_IDENTITY_KEY);
    }
}
