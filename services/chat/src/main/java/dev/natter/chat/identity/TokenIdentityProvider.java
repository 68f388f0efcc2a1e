package dev.natter.chat.identity;

import dev.natter.web.Refusal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Tells the framework who is asking, for REST and the socket's upgrade alike. Stands before the provider that comes with
 * it, which fetches keys on the event loop and calls a token bad when they cannot be had.
 */
@ApplicationScoped
class TokenIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

    private static final int BEFORE_THE_FRAMEWORKS_OWN = 10 * SYSTEM_FIRST;

    private final AccessTokens accessTokens;

    TokenIdentityProvider(AccessTokens accessTokens) {
        this.accessTokens = accessTokens;
    }

    @Override
    public int priority() {
        return BEFORE_THE_FRAMEWORKS_OWN;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return accessTokens
                .verify(request.getToken().getToken())
                .onFailure(failure -> failure instanceof Refusal refusal && refusal.status() == 401)
                .transform(AuthenticationFailedException::new)
                .map(token ->
                        identity(token, request.getToken(), HttpSecurityUtils.getRoutingContextAttribute(request)));
    }

    private static SecurityIdentity identity(JsonWebToken token, TokenCredential credential, RoutingContext request) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addCredential(credential)
                .addRoles(token.getGroups())
                .addAttribute(SecurityIdentity.USER_ATTRIBUTE, token);
        if (request != null) {
            identity.addAttribute(RoutingContext.class.getName(), request);
        }
        return identity.build();
    }
}
