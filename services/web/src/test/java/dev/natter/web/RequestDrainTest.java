package dev.natter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestDrainTest {

    private final Vertx vertx = Vertx.vertx();
    private final ShutdownGate closing = new ShutdownGate();
    private final Router router = Router.router(vertx);
    private final HttpClient client = HttpClient.newHttpClient();
    private URI address;

    @BeforeEach
    void listen() throws Exception {
        new RouterProblemHandler(new MemorySize(BigInteger.TEN), new MemorySize(BigInteger.TEN)).register(router);
        var filters = new Filters();
        new RequestDrain(closing).register(filters);
        filters.getFilters().forEach(filter -> router.route().handler(filter.getHandler()));
        router.get("/quick").handler(request -> request.end("done"));
        var server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1");
        address = URI.create("http://127.0.0.1:"
                + server.toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS)
                        .actualPort());
    }

    @AfterEach
    void stop() {
        vertx.close();
    }

    @Test
    void whatComesAfterTheEndBeganIsRefusedWithAProblemAndTheTimeToWait() throws Exception {
        assertThat(get("/quick").statusCode()).isEqualTo(200);

        closing.begin();

        var refused = get("/quick");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(new JsonObject(refused.body()).getString("code")).isEqualTo("unavailable");
    }

    @Test
    void whatIsUnderWayIsFinished() throws Exception {
        var begun = new CompletableFuture<RoutingContext>();
        router.get("/held").handler(begun::complete);
        var held = client.sendAsync(request("/held"), BodyHandlers.ofString());
        var request = begun.get(10, TimeUnit.SECONDS);

        var idle = closing.begin().toCompletableFuture();

        assertThat(idle).isNotDone();
        request.vertx().runOnContext(now -> request.end("done"));
        assertThat(held.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        idle.get(10, TimeUnit.SECONDS);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path), BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).build();
    }
}
