package dev.natter.user.account;

import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.user.http.ApiDocument;
import dev.natter.web.CallerNetwork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Where {@code List-Unsubscribe} of the mails about missed messages leads (RFC 8058). */
@Path("/api/v1/users/unsubscribe/{token}")
@PermitAll
@Tag(name = "users")
class UnsubscribeResource {

    /** Mail providers call for many of their users from one network. */
    private static final List<Rate> RATES = List.of(new Rate(120, Duration.ofMinutes(1)));

    private final Unsubscribe unsubscribe;
    private final RateLimits limits;
    private final CallerNetwork network;

    UnsubscribeResource(Unsubscribe unsubscribe, RateLimits limits, CallerNetwork network) {
        this.unsubscribe = unsubscribe;
        this.limits = limits;
        this.network = network;
    }

    /** Switches the mails off; the same answer to every token. */
    @POST
    @Operation(
            operationId = "unsubscribe",
            summary = "Switches off mails about missed messages, without sign-in (RFC 8058)",
            description = "The body is not read. Safe to repeat. An unknown token gets the same answer.")
    @APIResponse(responseCode = "204", description = "The mails are off")
    @APIResponse(responseCode = "404", ref = ApiDocument.NOT_FOUND)
    @APIResponse(responseCode = "429", ref = ApiDocument.TOO_MANY)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<Void> unsubscribe(@RestPath String token, @Context HttpServerRequest request) {
        return limits.acquire(RateLimit.UNSUBSCRIBE, network.of(request), RATES).chain(() -> unsubscribe.handle(token));
    }

    /** Leads a person to a page that asks; changes nothing. */
    @GET
    @Operation(
            operationId = "showUnsubscribe",
            summary = "Leads to the page of the web app that switches off mails about missed messages")
    @APIResponse(responseCode = "303", description = "To the page; nothing is changed")
    @APIResponse(responseCode = "404", ref = ApiDocument.NOT_FOUND)
    public RestResponse<Void> show(@RestPath String token) {
        return RestResponse.seeOther(page(token));
    }

    private static URI page(String token) {
        return UriBuilder.fromPath("/unsubscribe/{token}").build(token);
    }
}
