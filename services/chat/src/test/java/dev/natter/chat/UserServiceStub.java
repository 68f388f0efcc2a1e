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
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Stands in for the user service: publishes the keys of {@link TestTokens}, and knows every user except those whose id begins
 * with {@value #UNKNOWN}. For an id that begins with {@value #AWAY} it fails.
 */
public class UserServiceStub implements QuarkusTestResourceLifecycleManager {

    /** Begins the ids of users who do not exist. */
    public static final String UNKNOWN = "unknown-";

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
        server.createContext("/api/v1/users/me", request -> own(request, UserServiceStub::me));
        server.createContext("/api/v1/auth/sessions", request -> own(request, UserServiceStub::sessions));
        server.start();
        return Map.of(
                "NATTER_USER_URL",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "NATTER_PUBLIC_ORIGIN",
                TestTokens.ISSUER,
                "NATTER_INTERNAL_TOKEN",
                INTERNAL_TOKEN);
    }

    /** Answers the holder of an access token. */
    private static void own(HttpExchange request, BiFunction<HttpExchange, String, JsonObject> answer)
            throws IOException {
        var token = Objects.toString(request.getRequestHeaders().getFirst("Authorization"), "")
                .replace("Bearer ", "");
        var parts = token.split("\\.");
        var userId = parts.length == 3
                ? new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                        .getString("sub")
                : AWAY;
        var accept = Objects.toString(request.getRequestHeaders().getFirst("Accept"), "*/*");
        if (userId.startsWith(AWAY)) {
            answer(request, 503, "{}");
        } else if (!accept.contains("application/json") && !accept.contains("*/*")) {
            // As the service does.
            answer(request, 406, "{}");
        } else {
            answer(request, 200, answer.apply(request, userId).encode());
        }
    }

    private static JsonObject me(HttpExchange request, String userId) {
        return profile(userId).put("email", userId + "@example.com");
    }

    /** Two pages of one. */
    private static JsonObject sessions(HttpExchange request, String userId) {
        var isSecond = query(request).containsKey("after");
        return new JsonObject()
                .put("items", new JsonArray().add(new JsonObject().put("id", isSecond ? "s2" : "s1")))
                .put("next", isSecond ? null : "more");
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
                .filter(id -> !id.isBlank() && !id.startsWith(UNKNOWN))
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
