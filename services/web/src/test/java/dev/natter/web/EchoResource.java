package dev.natter.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestResponse;

/** A door for the tests of what all doors have in common. */
@Path("/echo")
public class EchoResource {

    public record Said(@NotNull @Size(min = 1, max = 5) String text, Integer times, Instant at) {}

    @POST
    public Uni<Said> echo(@NotNull @Valid Said said) {
        return Uni.createFrom().item(said);
    }

    /** As resources answer whose status depends on what they find: the type of the answer is known when it is written. */
    @POST
    @Path("/answered")
    public Uni<RestResponse<Said>> answered(@NotNull @Valid Said said) {
        return Uni.createFrom().item(RestResponse.ok(said));
    }

    @GET
    @Path("/refused")
    public Uni<Said> refused() {
        return Uni.createFrom()
                .failure(ApiException.tooMany(ErrorCode.RATE_LIMITED, "Slow down.", Duration.ofMillis(1500)));
    }

    @GET
    @Path("/broken")
    public Uni<Said> broken() {
        return Uni.createFrom().failure(new IllegalStateException("secret inside"));
    }

    @GET
    @Path("/mine")
    @Authenticated
    public Uni<Said> mine() {
        return Uni.createFrom().item(new Said("mine", 1, Instant.EPOCH));
    }
}
