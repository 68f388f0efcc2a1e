package dev.natter.chat.profile;

import dev.natter.web.ApiException;
import dev.natter.web.CallerContext;
import dev.natter.web.ErrorCode;
import dev.natter.web.Page;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The user service, the source of every profile. Calls are bounded in time and number, and fail with 503. */
@ApplicationScoped
class UserDirectory {

    /** The most profiles in one answer of the user service. */
    private static final int MAX_BATCH = 100;

    private static final int MAX_CONCURRENCY = 64;
    private static final int CALLS_LOOKED_BACK = 10;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final UserServiceClient client;
    private final ProfileConfig config;
    private final String authorization;

    UserDirectory(
            @RestClient UserServiceClient client,
            ProfileConfig config,
            @ConfigProperty(name = "natter.internal-token") String internalToken) {
        this.client = client;
        this.config = config;
        this.authorization = "Bearer " + internalToken;
    }

    Uni<List<Profile>> find(Collection<String> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .group()
                .intoLists()
                .of(MAX_BATCH)
                .onItem()
                .transformToUniAndConcatenate(some -> orUnavailable(() -> findBatch(String.join(",", some))))
                .collect()
                .in(ArrayList<Profile>::new, (all, page) -> all.addAll(page.items()))
                .map(List::copyOf);
    }

    /** All users, page by page: those behind the cursor, from the beginning without one. */
    Uni<Page<Profile>> page(@Nullable String after) {
        return orUnavailable(() -> inTime(client.page(authorization, after, MAX_BATCH)));
    }

    @Bulkhead(MAX_CONCURRENCY)
    @CircuitBreaker(requestVolumeThreshold = CALLS_LOOKED_BACK, delay = 2, delayUnit = ChronoUnit.SECONDS)
    Uni<Page<Profile>> findBatch(String ids) {
        return inTime(client.find(authorization, ids));
    }

    /** By Mutiny rather than by {@code @Timeout}, whose configuration takes no duration. */
    private <T> Uni<T> inTime(Uni<T> call) {
        return CallerContext.current()
                .comeBack(call.ifNoItem().after(config.timeout()).fail());
    }

    private static <T> Uni<T> orUnavailable(Supplier<Uni<T>> call) {
        return Uni.createFrom()
                .deferred(() -> call.get())
                .onFailure()
                .invoke(failure -> Log.warnf("The user service is unavailable: %s", failure))
                .onFailure()
                .transform(failure -> ApiException.unavailable(
                        ErrorCode.USER_SERVICE_UNAVAILABLE,
                        "The user service is unavailable. Try again shortly.",
                        RETRY_AFTER));
    }

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
}
