package dev.natter.chat.profile;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The door that the user service has for its neighbours. */
@RegisterRestClient(configKey = "user-service")
@Path("/internal/v1/profiles")
interface UserServiceClient {

    @GET
    Uni<ProfilesAnswer> find(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @RestQuery String ids);

    @GET
    Uni<ProfilesAnswer> page(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @RestQuery @Nullable String after,
            @RestQuery int limit);

    /**
     * What both answer.
     *
     * @param next the cursor behind a page; null on the last one
     */
    @RegisterForReflection
    record ProfilesAnswer(
            List<ProfileAnswer> items, @Nullable String next) {
        public ProfilesAnswer {
            items = List.copyOf(items);
        }
    }

    /** A profile in an answer. */
    @RegisterForReflection
    record ProfileAnswer(String id, String name, Instant createdAt, long version) {

        Profile toProfile() {
            return new Profile(id, name, createdAt, version);
        }
    }
}
