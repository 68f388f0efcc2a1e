package dev.natter.chat.profile;

import dev.natter.chat.profile.UserDirectory.DirectoryPage;
import dev.natter.chat.profile.UserServiceClient.ProfileAnswer;
import dev.natter.chat.profile.UserServiceClient.ProfilesAnswer;
import dev.natter.web.CallerContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Each call to the user service: not longer than the patience, at most so many at once, and none at all for a while when it
 * is down, so that nobody's request hangs on a neighbour that does not answer.
 */
@ApplicationScoped
class UserServiceCalls {

    private static final int CALLS_AT_ONCE = 64;
    private static final int CALLS_LOOKED_BACK = 10;

    private final UserServiceClient client;
    private final Duration patience;
    private final String authorization;

    UserServiceCalls(
            @RestClient UserServiceClient client,
            ProfileConfig config,
            @ConfigProperty(name = "natter.internal-token") String internalToken) {
        this.client = client;
        this.patience = config.patience();
        this.authorization = "Bearer " + internalToken;
    }

    @Bulkhead(CALLS_AT_ONCE)
    @CircuitBreaker(requestVolumeThreshold = CALLS_LOOKED_BACK, delay = 2, delayUnit = ChronoUnit.SECONDS)
    Uni<DirectoryPage> find(String ids) {
        return inTime(client.find(authorization, ids));
    }

    Uni<DirectoryPage> page(@Nullable String after, int limit) {
        return inTime(client.page(authorization, after, limit));
    }

    private Uni<DirectoryPage> inTime(Uni<ProfilesAnswer> call) {
        return CallerContext.current()
                .comeBack(call.ifNoItem().after(patience).fail())
                .map(answer -> new DirectoryPage(
                        answer.items().stream().map(ProfileAnswer::toProfile).toList(), answer.next()));
    }
}
