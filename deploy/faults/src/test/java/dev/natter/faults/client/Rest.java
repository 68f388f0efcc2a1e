package dev.natter.faults.client;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** REST calls, each bounded and each answer written down. */
public final class Rest {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final Vertx vertx;
    private final HttpClient client;
    private volatile Recorder recorder;

    public Rest(Vertx vertx, Recorder recorder) {
        this.vertx = vertx;
        this.recorder = recorder;
        client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(200)
                .setConnectTimeout(5_000)
                .setKeepAliveTimeout(5));
    }

    /** Answers to what is asked from now on are written down there. */
    public void recordTo(Recorder another) {
        recorder = another;
    }

    /** Never fails: what is not answered has the status 0. However late, the answer belongs to the trial that asked. */
    Future<HttpReply> call(HttpMethod method, String url, JsonObject body, String... headers) {
        var asked = recorder;
        var options = new RequestOptions().setMethod(method).setAbsoluteURI(url).setTimeout(TIMEOUT_MILLIS);
        for (var i = 0; i < headers.length; i += 2) {
            options.putHeader(headers[i], headers[i + 1]);
        }
        if (body != null) {
            options.putHeader("Content-Type", "application/json");
        }
        return onContext(() -> client.request(options).compose(request -> answer(request, body)))
                .recover(failure -> Future.succeededFuture(HttpReply.none(failure)))
                .onSuccess(answer -> asked.answered(method + " " + url, answer));
    }

    /** The same of a server that is none of Natter's services: whatever it answers is written down nowhere. */
    Future<Buffer> bytes(HttpMethod method, String url, Buffer body, Map<String, String> headers) {
        var options = new RequestOptions().setMethod(method).setAbsoluteURI(url).setTimeout(TIMEOUT_MILLIS);
        headers.forEach(options::putHeader);
        return onContext(() -> client.request(options)
                .compose(request -> request.send(body))
                .compose(response -> response.statusCode() == 200
                        ? response.body()
                        : Future.failedFuture("status " + response.statusCode())));
    }

    /** On an event loop: on the caller's thread the body may have come and gone before it is asked for, and is empty then. */
    private <T> Future<T> onContext(Supplier<Future<T>> call) {
        var done = Promise.<T>promise();
        vertx.getOrCreateContext().runOnContext(nothing -> call.get().onComplete(done));
        return done.future();
    }

    private static Future<HttpReply> answer(HttpClientRequest request, JsonObject body) {
        return (body == null ? request.send() : request.send(body.toBuffer()))
                .compose(response -> response.body()
                        .map(content -> new HttpReply(
                                response.statusCode(),
                                String.valueOf(response.getHeader("Content-Type")),
                                response.headers().contains("Retry-After") ? response.getHeader("Retry-After") : "",
                                String.valueOf(response.getHeader("Set-Cookie")),
                                content.toString())));
    }

    /** For those who may wait. */
    static <T> T wait(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
