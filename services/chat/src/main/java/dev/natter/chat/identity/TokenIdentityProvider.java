package dev.natter.chat.identity;

import dev.natter.web.ApiException;
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
 * Authenticates REST requests and the socket's upgrade. Comes before the framework's own provider, which fetches keys on the
 * event loop and rejects a token when they are unavailable.
 */
@ApplicationScoped
class TokenIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

    private static final int PRIORITY = 10 * SYSTEM_FIRST;

    private final AccessTokens accessTokens;

    TokenIdentityProvider(AccessTokens accessTokens) {
        this.accessTokens = accessTokens;
    }

    @Override
    public int priority() {
        return PRIORITY;
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
                .onFailure(failure -> failure instanceof ApiException refusal && refusal.status() == 401)
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
