package dev.natter.redis.limit;

import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Adds the RateLimit headers of the limits that the request was counted by, refused or not.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit header fields for
 *     HTTP</a>
 */
public class RateLimitHeaders {

    private static final String POLICY = "RateLimit-Policy";
    private static final String STANDING = "RateLimit";

    private final Standings standings;

    RateLimitHeaders(Standings standings) {
        this.standings = standings;
    }

    /** Adds {@code RateLimit-Policy} (uses and window) and {@code RateLimit} (what is left, and until when). */
    @ServerResponseFilter
    public void tell(ContainerResponseContext response) {
        var all = standings.all();
        if (!all.isEmpty()) {
            Function<Function<QuotaStatus, String>, String> list =
                    item -> all.stream().map(item).collect(Collectors.joining(", "));
            response.getHeaders().putSingle(POLICY, list.apply(RateLimitHeaders::policy));
            response.getHeaders().putSingle(STANDING, list.apply(RateLimitHeaders::standing));
        }
    }

    private static String policy(QuotaStatus standing) {
        return "\"%s\";q=%d;w=%d".formatted(standing.limit().wireName(), standing.times(), seconds(standing.window()));
    }

    private static String standing(QuotaStatus standing) {
        return "\"%s\";r=%d;t=%d".formatted(standing.limit().wireName(), standing.left(), seconds(standing.reset()));
    }

    /** Rounded up, so that a client that waits this long succeeds. */
    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
