package dev.natter.mail.push;

import dev.natter.boot.PublicAddress;
import dev.natter.mail.push.PushFailure.Deferred;
import dev.natter.mail.push.PushFailure.Gone;
import dev.natter.mail.push.PushFailure.Refused;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Hands notifications to push services over HTTPS (RFC 8030). Follows no redirect. */
@Singleton
class PushClient {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    /** Requests that wait for a connection to one push service. */
    private static final int MAX_WAITING = 1_000;

    /** Of their own: a client may name a host whose name server never answers, and mails are settled by the other ones. */
    private static final int LOOKUP_THREADS = 4;

    private static final int MAX_ANSWER = 16_384;
    private static final int MAX_RETRY_AFTER_SECONDS = 3_600;
    private static final int CREATED = 201;
    private static final int TOO_MANY = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERROR = 500;

    private final WorkerExecutor lookups;
    private final PushConfig config;
    private final Clock clock;
    private final HttpClient client;
    private final @Nullable VapidKey key;

    PushClient(Vertx vertx, PushConfig config, Clock clock) {
        this.lookups = vertx.createSharedWorkerExecutor("push-lookups", LOOKUP_THREADS);
        this.config = config;
        this.clock = clock;
        this.key = config.privateKey()
                .map(secret -> VapidKey.of(
                        config.publicKey().orElse(""), secret, config.subject().orElse("")))
                .orElse(null);
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(config.connections())
                .setMaxWaitQueueSize(MAX_WAITING)
                .setConnectTimeout(Math.toIntExact(config.timeout().toMillis()))
                .setVerifyHost(true));
    }

    /**
     * Completes when the push service has taken the notification.
     *
     * @return fails with a {@link PushFailure}
     */
    Uni<Void> send(PushMessage message) {
        return Uni.createFrom()
                .deferred(() -> {
                    var body = encrypt(message);
                    return resolve(message.endpoint()).chain(server -> post(message, body, server));
                })
                .ifNoItem()
                .after(config.timeout())
                .failWith(() -> new Deferred(message.endpoint().getHost() + " did not answer in time", null));
    }

    private static byte[] encrypt(PushMessage message) {
        try {
            var decoder = Base64.getUrlDecoder();
            var auth = decoder.decode(message.auth());
            if (auth.length != PushEncryption.AUTH_BYTES) {
                throw new IllegalArgumentException("auth must be 16 bytes");
            }
            return PushEncryption.encrypt(
                    message.payload().getBytes(StandardCharsets.UTF_8),
                    P256.publicKey(decoder.decode(message.p256dh())),
                    auth);
        } catch (IllegalArgumentException malformed) {
            throw new Refused("the subscription or payload is malformed: " + malformed.getMessage());
        }
    }

    /**
     * The address to connect to, checked: a name that is looked up again for the connection could have another one by then
     * (DNS rebinding).
     */
    private Uni<SocketAddress> resolve(URI endpoint) {
        var host = endpoint.getHost();
        if (host == null || !isAllowed(endpoint)) {
            throw new Refused("the endpoint is not an https URL without credentials");
        }
        return Uni.createFrom()
                .completionStage(() -> lookups.executeBlocking(() -> InetAddress.getAllByName(host), false)
                        .toCompletionStage())
                .onFailure()
                .transform(failure -> new Deferred(host + " has no address", null))
                .map(addresses -> Arrays.stream(addresses)
                        .filter(address -> config.privateEndpoints() || PublicAddress.isPublic(address))
                        .findFirst()
                        .orElseThrow(() -> new Refused(host + " has no public address")))
                .map(address -> SocketAddress.inetSocketAddress(port(endpoint), address.getHostAddress()));
    }

    private boolean isAllowed(URI endpoint) {
        return endpoint.getUserInfo() == null
                && ("https".equals(endpoint.getScheme())
                        || (config.privateEndpoints() && "http".equals(endpoint.getScheme())));
    }

    private static int port(URI endpoint) {
        return endpoint.getPort() >= 0 ? endpoint.getPort() : isTls(endpoint) ? HTTPS_PORT : HTTP_PORT;
    }

    private static boolean isTls(URI endpoint) {
        return "https".equals(endpoint.getScheme());
    }

    private Uni<Void> post(PushMessage message, byte[] body, SocketAddress server) {
        var endpoint = message.endpoint();
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(server)
                .setHost(endpoint.getHost())
                .setPort(port(endpoint))
                .setSsl(isTls(endpoint))
                .setURI(path(endpoint))
                .setTimeout(config.timeout().toMillis());
        return Uni.createFrom()
                .completionStage(() -> client.request(options)
                        .compose(request -> {
                            // Before the request is sent: on another thread the response could have ended meanwhile.
                            var answer = headed(request, message).response().compose(PushClient::ended);
                            return request.end(Buffer.buffer(body))
                                    .otherwiseEmpty()
                                    .compose(sent -> answer);
                        })
                        .toCompletionStage())
                .onFailure()
                .transform(failure -> new Deferred(
                        endpoint.getHost() + ": " + failure.getClass().getSimpleName(), null))
                .invoke(response -> judge(endpoint.getHost(), response))
                .replaceWithVoid();
    }

    /** Reads the body away, so that the connection can be used again; one that has no end costs the connection. */
    private static Future<HttpClientResponse> ended(HttpClientResponse response) {
        var length = new AtomicInteger();
        response.handler(part -> {
            if (length.addAndGet(part.length()) > MAX_ANSWER) {
                response.request().reset();
            }
        });
        return response.end().otherwiseEmpty().map(response);
    }

    private static String path(URI endpoint) {
        var path = endpoint.getRawPath().isEmpty() ? "/" : endpoint.getRawPath();
        return endpoint.getRawQuery() == null ? path : path + "?" + endpoint.getRawQuery();
    }

    private HttpClientRequest headed(HttpClientRequest request, PushMessage message) {
        var endpoint = message.endpoint();
        var authority = endpoint.getPort() < 0 ? endpoint.getHost() : endpoint.getHost() + ":" + endpoint.getPort();
        request.putHeader("TTL", String.valueOf(message.timeToLive().toSeconds()))
                .putHeader("Urgency", message.isUrgent() ? "high" : "normal")
                .putHeader("Content-Encoding", "aes128gcm")
                .putHeader("Content-Type", "application/octet-stream");
        if (message.topic() != null) {
            request.putHeader("Topic", message.topic());
        }
        if (key != null) {
            request.putHeader(
                    "Authorization", key.authorization(endpoint.getScheme() + "://" + authority, clock.instant()));
        }
        return request;
    }

    private static void judge(String host, HttpClientResponse response) {
        var status = response.statusCode();
        var message = "%s answered %d".formatted(host, status);
        switch (status) {
            case CREATED, 200, 202, 204 -> {}
            case 404, 410 -> throw new Gone(message);
            case TOO_MANY, REQUEST_TIMEOUT -> throw new Deferred(message, retryAfter(response));
            default -> {
                if (status >= SERVER_ERROR) {
                    throw new Deferred(message, retryAfter(response));
                }
                throw new Refused(message);
            }
        }
    }

    /** Seconds only: push services send no dates. At most an hour. */
    private static @Nullable Duration retryAfter(HttpClientResponse response) {
        var value = response.getHeader("Retry-After");
        return value != null && value.matches("[0-9]{1,9}")
                ? Duration.ofSeconds(Math.min(Integer.parseInt(value), MAX_RETRY_AFTER_SECONDS))
                : null;
    }
}
