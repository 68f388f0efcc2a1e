package dev.natter.chat.export;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The public API of the user service. */
@RegisterRestClient(configKey = "user-service")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
interface AccountClient {

    @GET
    @Path("/users/me")
    Uni<String> me(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);

    @GET
    @Path("/auth/sessions")
    Uni<String> sessions(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @RestQuery int limit,
            @RestQuery @Nullable String after);
}
