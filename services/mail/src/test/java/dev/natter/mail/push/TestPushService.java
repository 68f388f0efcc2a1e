package dev.natter.mail.push;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A push service that answers as scripted, and 201 without a script. */
public final class TestPushService implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final List<byte[]> bodies = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final HttpServer server;
    private boolean hangs;

    private record Answer(int status, @Nullable String retryAfter) {}

    private TestPushService() {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    var answer = next(body.getBytes());
                    if (answer != null) {
                        if (answer.retryAfter() != null) {
                            request.response().putHeader("Retry-After", answer.retryAfter());
                        }
                        request.response().setStatusCode(answer.status()).end();
                    }
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public static TestPushService start() {
        return new TestPushService();
    }

    private synchronized @Nullable Answer next(byte[] body) {
        bodies.add(body);
        times.add(System.nanoTime());
        var next = answers.poll();
        return hangs ? null : next == null ? new Answer(201, null) : next;
    }

    public synchronized TestPushService answer(int status, @Nullable String retryAfter) {
        answers.add(new Answer(status, retryAfter));
        return this;
    }

    public synchronized void hang() {
        hangs = true;
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.actualPort() + "/send/1";
    }

    public synchronized List<byte[]> bodies() {
        return List.copyOf(bodies);
    }

    /** The time between the request with this number and the one before it. */
    public synchronized Duration pauseBefore(int number) {
        return Duration.ofNanos(times.get(number) - times.get(number - 1));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
