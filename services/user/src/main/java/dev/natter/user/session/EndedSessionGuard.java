package dev.natter.user.session;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Rejects access tokens of ended sessions. Looks up the session itself and not {@link RevokedSessions}, which is a
 * copy; nothing here works without MongoDB anyway, so this fails closed.
 */
@ApplicationScoped
class EndedSessionGuard implements SecurityIdentityAugmentor {

    private final Sessions sessions;
    private final Clock clock;

    EndedSessionGuard(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? sessions.get(token.getClaim("sid"))
                        .map(found -> found.filter(session -> session.isLive(clock.instant()))
                                .map(live -> identity)
                                .orElseThrow(AuthenticationFailedException::new))
                : Uni.createFrom().item(identity);
    }
}
