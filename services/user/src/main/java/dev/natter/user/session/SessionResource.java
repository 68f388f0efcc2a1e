package dev.natter.user.session;

import dev.natter.user.http.ApiDocument;
import dev.natter.user.http.OwnOriginOnly;
import dev.natter.web.ApiException;
import dev.natter.web.CallerNetwork;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Refreshing and signing out. */
@Path("/api/v1/auth")
@PermitAll
@OwnOriginOnly
@ClearRefreshCookie
@Tag(name = "sign in")
class SessionResource {

    private final RefreshSession refreshSession;
    private final Logout logout;
    private final SignedInAnswer answer;
    private final CallerNetwork network;

    SessionResource(RefreshSession refreshSession, Logout logout, SignedInAnswer answer, CallerNetwork network) {
        this.refreshSession = refreshSession;
        this.logout = logout;
        this.answer = answer;
        this.network = network;
    }

    /** Exchanges the refresh token in the cookie for an access token and the next refresh token. */
    @POST
    @Path("/refresh")
    @Operation(operationId = "refresh", summary = "Issues a new access token and rotates the refresh cookie")
    @APIResponse(responseCode = "200", description = "Signed in, with a new cookie")
    @APIResponse(responseCode = "400", ref = ApiDocument.MALFORMED)
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<RestResponse<TokenView>> refresh(
            @RestCookie(RefreshCookie.NAME) @Nullable String cookie,
            @Parameter(
                            description =
                                    "A random key, kept until the response has arrived. The same cookie with the same key gets the same new cookie, however late, until that one is used; without the key, a repeated cookie ends the session.",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            pattern = "^[A-Za-z0-9_-]{22,64}$",
                                            examples = "3f0b0a5e-6d3c-4f0e-9a55-0c7b8f1d2e34"))
                    @RestHeader(IdempotencyKey.HEADER)
                    @Nullable String key,
            @Parameter(hidden = true) @RestHeader("User-Agent") @Nullable String userAgent,
            @Context HttpServerRequest request) {
        var shown = RefreshCookie.read(cookie)
                .orElseThrow(() -> ApiException.unauthenticated(
                        ErrorCode.SESSION_EXPIRED, "You are not signed in. Sign in first."));
        return refreshSession
                .handle(shown, IdempotencyKey.of(key), Device.of(userAgent, network.of(request)))
                .map(answer::of);
    }

    /** Ends the session of the cookie, of the bearer token, or of both. */
    @POST
    @Path("/logout")
    @Operation(operationId = "logout", summary = "Ends this session everywhere")
    @APIResponse(responseCode = "204", description = "The session has ended")
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<RestResponse<Void>> logout(@RestCookie(RefreshCookie.NAME) @Nullable String cookie) {
        return logout.handle(RefreshCookie.read(cookie)).replaceWith(RestResponse.noContent());
    }
}
