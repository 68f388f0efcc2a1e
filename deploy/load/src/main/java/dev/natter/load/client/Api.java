package dev.natter.load.client;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** REST calls, as many at once as are asked for; a few connections are shared. */
public final class Api {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int CONNECTIONS = 32;

    private static final int TRIES = 30;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final HttpClient client;
    private final URI base;
    private final Duration timeout;

    /** @param base the origin that paths are relative to */
    public Api(Vertx vertx, URI base) {
        this(vertx, base, TIMEOUT);
    }

    /** @param timeout of a call, both for a free connection and for its response */
    public Api(Vertx vertx, URI base, Duration timeout) {
        this.vertx = vertx;
        this.timeout = timeout;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setDecompressionSupported(true),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        this.base = base;
    }

    /** An answer, whatever it is; fails only when there is none. */
    public Future<HttpReply> call(String method, String path, @Nullable JsonObject body, @Nullable String token) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(method))
                .setAbsoluteURI(base.resolve(path).toString())
                .setTimeout(timeout.toMillis());
        if (token != null) {
            options.putHeader("Authorization", "Bearer " + token);
        }
        if (body != null) {
            options.putHeader("Content-Type", "application/json");
        }
        return client.request(options)
                .compose(request -> body == null ? request.send() : request.send(body.toBuffer()))
                .compose(Api::answer);
    }

    /** The same, said again after a while as long as the answer is 503, which asks for that. */
    public Future<HttpReply> insist(String method, String path, @Nullable JsonObject body, @Nullable String token) {
        return insist(() -> call(method, path, body, token), TRIES);
    }

    private Future<HttpReply> insist(Supplier<Future<HttpReply>> call, int tries) {
        return call.get()
                .compose(answer -> answer.status() != 503 || tries == 1
                        ? Future.succeededFuture(answer)
                        : vertx.timer(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                                .compose(over -> insist(call, tries - 1)));
    }

    private static Future<HttpReply> answer(HttpClientResponse response) {
        return response.body().map(body -> new HttpReply(response.statusCode(), body.toString()));
    }
}
