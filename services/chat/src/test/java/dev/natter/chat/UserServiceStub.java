package dev.natter.chat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.natter.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Stands in for the user service: publishes the keys of {@link TestTokens}, and knows everybody but those whose id begins
 * with {@value #NOBODY}. Whose id begins with {@value #AWAY} finds it out of order.
 */
public class UserServiceStub implements QuarkusTestResourceLifecycleManager {

    /** Begins the ids that nobody has. */
    public static final String NOBODY = "nobody-";

    /** Begins the ids for which the service is out of order. */
    public static final String AWAY = "away-";

    /** What every profile here says. */
    public static final String CREATED_AT = "2026-01-02T03:04:05.678Z";

    private static final String INTERNAL_TOKEN = "internal-token-of-the-tests-0123456789";

    private HttpServer server;

    /** The name under which the stub knows this person. */
    public static String nameOf(String userId) {
        return "N " + userId.substring(0, Math.min(40, userId.length()));
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/.well-known/jwks.json", request -> answer(request, 200, TestTokens.jwks()));
        server.createContext("/internal/v1/profiles", UserServiceStub::profiles);
        server.start();
        return Map.of(
                "NATTER_USER_URL",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "NATTER_PUBLIC_ORIGIN",
                TestTokens.ISSUER,
                "NATTER_INTERNAL_TOKEN",
                INTERNAL_TOKEN);
    }

    private static void profiles(HttpExchange request) throws IOException {
        if (!("Bearer " + INTERNAL_TOKEN).equals(request.getRequestHeaders().getFirst("Authorization"))) {
            answer(request, 401, "{}");
            return;
        }
        var query = query(request);
        var ids = query.getOrDefault("ids", "");
        if (ids.contains(AWAY)) {
            answer(request, 503, "{}");
            return;
        }
        var items = new JsonArray();
        Arrays.stream(ids.split(","))
                .filter(id -> !id.isBlank() && !id.startsWith(NOBODY))
                .forEach(id -> items.add(profile(id)));
        answer(
                request,
                200,
                new JsonObject().put("items", items).putNull("next").encode());
    }

    private static JsonObject profile(String id) {
        return new JsonObject()
                .put("id", id)
                .put("name", nameOf(id))
                .put("createdAt", CREATED_AT)
                .put("version", 1);
    }

    private static Map<String, String> query(HttpExchange request) {
        var raw = request.getRequestURI().getRawQuery();
        return raw == null
                ? Map.of()
                : Arrays.stream(raw.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange request, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        request.getResponseHeaders().add("Content-Type", "application/json");
        request.sendResponseHeaders(status, body.length);
        request.getResponseBody().write(body);
        request.close();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
