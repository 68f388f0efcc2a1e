package dev.natter.user.session;

import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Ends the sessions of the request's cookie and access token. */
@ApplicationScoped
class Logout {

    private final EndSession endSession;
    private final CurrentIdentityAssociation identity;

    Logout(EndSession endSession, CurrentIdentityAssociation identity) {
        this.endSession = endSession;
        this.identity = identity;
    }

    /** Fails with 401 without either. */
    Uni<Void> handle(Optional<RefreshToken> cookie) {
        return bearerSession()
                .map(bearer -> Stream.concat(cookie.map(RefreshToken::sessionId).stream(), bearer.stream())
                        .distinct()
                        .toList())
                .invoke(Logout::requireAny)
                .onItem()
                .transformToMulti(sessionIds -> Multi.createFrom().iterable(sessionIds))
                .onItem()
                .transformToUniAndConcatenate(endSession::handle)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static void requireAny(List<String> sessionIds) {
        if (sessionIds.isEmpty()) {
            throw ApiException.unauthenticated(ErrorCode.UNAUTHORIZED, "You are not signed in.");
        }
    }

    /** An invalid access token does not keep the session of the cookie alive. */
    private Uni<Optional<String>> bearerSession() {
        return identity.getDeferredIdentity().map(Logout::sessionOf).onFailure().recoverWithItem(Optional.empty());
    }

    private static Optional<String> sessionOf(SecurityIdentity caller) {
        return caller.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.getClaim("sid"))
                : Optional.empty();
    }
}
