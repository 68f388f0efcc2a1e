package dev.natter.chat.push;

import dev.natter.boot.PublicAddress;
import dev.natter.chat.push.PushResource.SubscriptionRequest;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Checks a browser's subscription before it is stored. The mail service checks the address again when it connects: a name may
 * have another one by then.
 */
@ApplicationScoped
class PushEndpoints {

    private static final int MAX_LENGTH = 2_048;
    private static final int PUBLIC_KEY_BYTES = 65;
    private static final int SECRET_BYTES = 16;
    /** Of their own: a client may name a host whose name server never answers. */
    private static final int LOOKUP_THREADS = 4;

    private static final Duration LOOKUP = Duration.ofSeconds(5);

    private final PushConfig config;
    private final WorkerExecutor lookups;

    PushEndpoints(PushConfig config, Vertx vertx) {
        this.config = config;
        this.lookups = vertx.createSharedWorkerExecutor("push-lookups", LOOKUP_THREADS);
    }

    /** A subscription whose parts are all there and well-formed. */
    record Valid(String id, String endpoint, String p256dh, String auth) {

        /** Leaves the endpoint and the secret out. */
        @Override
        public String toString() {
            return "Valid[id=%s]".formatted(id);
        }
    }

    /** Refuses with 400 what is malformed, and with 422 an endpoint that cannot be a push service's. */
    Uni<Valid> check(SubscriptionRequest request) {
        var endpoint = request.endpoint();
        if (endpoint == null || endpoint.length() > MAX_LENGTH) {
            throw ApiException.malformed("endpoint", "must be a URL of at most " + MAX_LENGTH + " characters");
        }
        var keys = request.keys();
        var valid = new Valid(
                id(endpoint),
                endpoint,
                base64url("keys.p256dh", keys == null ? null : keys.p256dh(), PUBLIC_KEY_BYTES),
                base64url("keys.auth", keys == null ? null : keys.auth(), SECRET_BYTES));
        return isPublic(host(endpoint)).map(isPublic -> {
            if (!isPublic) {
                throw refused();
            }
            return valid;
        });
    }

    /** The same for the same endpoint, and no key to it. */
    static String id(String endpoint) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(endpoint.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static String base64url(String field, @Nullable String value, int bytes) {
        try {
            if (value != null && Base64.getUrlDecoder().decode(value).length == bytes) {
                return value;
            }
        } catch (IllegalArgumentException malformed) {
            // The same as of another length.
        }
        throw ApiException.malformed(field, "must be %d bytes in base64url".formatted(bytes));
    }

    private String host(String endpoint) {
        try {
            var uri = new URI(endpoint);
            var isSecure =
                    "https".equals(uri.getScheme()) || (config.privateEndpoints() && "http".equals(uri.getScheme()));
            if (isSecure && uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null) {
                return uri.getHost();
            }
            throw refused();
        } catch (URISyntaxException malformed) {
            throw ApiException.malformed("endpoint", "must be a URL");
        }
    }

    /** A name that cannot be looked up now may be right: the mail service looks it up for each notification. */
    private Uni<Boolean> isPublic(String host) {
        return Uni.createFrom()
                .completionStage(() -> lookups.executeBlocking(() -> InetAddress.getAllByName(host), false)
                        .toCompletionStage())
                .ifNoItem()
                .after(LOOKUP)
                .fail()
                .map(addresses ->
                        config.privateEndpoints() || Arrays.stream(addresses).allMatch(PublicAddress::isPublic))
                .onFailure()
                .recoverWithItem(true);
    }

    private static ApiException refused() {
        return ApiException.unprocessable(
                ErrorCode.PUSH_ENDPOINT, "The endpoint must be an https URL on a public address, without credentials.");
    }
}
