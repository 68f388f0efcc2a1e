package dev.natter.chat.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Bounds the memory that answers to one user take on this replica: {@value #MAX_CONCURRENCY} of them are built or written at
 * a time. Further requests wait for a permit, {@value #MAX_WAITING} at most (then 429) and for 10 s at most (then 503).
 */
@ApplicationScoped
public class InFlightAnswers {

    private static final int MAX_CONCURRENCY = 4;
    private static final int MAX_WAITING = 100;
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final CurrentVertxRequest current;
    /** Each request holds its user's permits until it ends. */
    private final LoadingCache<String, Permits> byUser = Caffeine.newBuilder()
            .weakValues()
            .executor(Runnable::run)
            .build(userId -> new Permits(MAX_CONCURRENCY, MAX_WAITING, Long.MAX_VALUE));

    InFlightAnswers(CurrentVertxRequest current) {
        this.current = current;
    }

    /** The answer to the current request, begun once this user has a permit. */
    public <T> Uni<T> take(String userId, Supplier<Uni<T>> answer) {
        var permit = byUser.get(userId).request(0);
        if (permit == null) {
            throw ApiException.tooMany(
                    ErrorCode.RATE_LIMITED,
                    "Too many of your requests are in progress. Wait for their responses.",
                    RETRY_AFTER);
        }
        var request = current.getCurrent();
        if (request.response().closed()) {
            permit.release();
        } else {
            request.addEndHandler(ended -> permit.release());
        }
        return permit.granted()
                .ifNoItem()
                .after(MAX_WAIT)
                .failWith(() -> ApiException.unavailable(
                        ErrorCode.BUSY, "Too many of your requests are in progress. Try again shortly.", RETRY_AFTER))
                .chain(() -> answer.get());
    }
}
