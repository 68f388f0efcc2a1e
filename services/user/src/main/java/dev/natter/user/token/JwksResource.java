package dev.natter.user.token;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The public keys for verifiers of our tokens. */
@Path("/.well-known/jwks.json")
@PermitAll
@Tag(name = "keys")
class JwksResource {

    private final String keys;
    private final CacheControl cacheControl = new CacheControl();

    JwksResource(TokenConfig config) {
        this.keys = config.signingKeys().publicSet();
        cacheControl.setMaxAge((int) config.jwksMaxAge().toSeconds());
    }

    /** The public keys as a JWK set. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, "application/jwk-set+json"})
    @Operation(operationId = "getKeys", summary = "The public keys that verify access tokens, as a JWK set (RFC 7517)")
    @APIResponse(
            responseCode = "200",
            description = "Cacheable; fetch again for an unknown kid",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<String> keys() {
        return ResponseBuilder.ok(keys).cacheControl(cacheControl).build();
    }
}
