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
 * An access token outlives its session by minutes; here, where the sessions are, it is refused at once. Looks at the sessions
 * themselves and not at {@link RevokedSessions}: they are the truth that Redis has a copy of, and nothing here works
 * without them anyway, so that this fails closed.
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
