package dev.natter.chat.profile;

import dev.natter.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The internal endpoint of the user service. */
@RegisterRestClient(configKey = "user-service")
@Path("/internal/v1/profiles")
interface UserServiceClient {

    @GET
    Uni<Page<Profile>> find(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @RestQuery String ids);

    @GET
    Uni<Page<Profile>> page(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @RestQuery @Nullable String after,
            @RestQuery int limit);
}
