package dev.natter.chat.identity;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Where the user service publishes its keys. */
@RegisterRestClient(configKey = "user-service")
@Path("/.well-known/jwks.json")
interface KeysClient {

    /** The JWK set, as JSON. */
    @GET
    Uni<String> get();
}
