package dev.natter.chat.identity;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Where the user service publishes its keys. */
@RegisterRestClient(configKey = "user-service")
@Path("/.well-known/jwks.json")
interface KeysClient {

    /** The JWK set, as JSON. Said explicitly: a String would be asked for as text/plain, which user refuses with 406. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    Uni<String> get();
}
