package dev.natter.testing;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the user service where another service needs no more of it than the public keys: serves
 * {@code /.well-known/jwks.json} of {@link TestTokens} and hands the service NATTER_USER_URL and NATTER_PUBLIC_ORIGIN.
 */
public class Identity implements QuarkusTestResourceLifecycleManager {

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var keys = TestTokens.jwks().getBytes(StandardCharsets.UTF_8);
            started.createContext("/.well-known/jwks.json", request -> {
                request.getResponseHeaders().add("Content-Type", "application/json");
                request.sendResponseHeaders(200, keys.length);
                request.getResponseBody().write(keys);
                request.close();
            });
            started.start();
            server = started;
            return Map.of(
                    "NATTER_USER_URL",
                    "http://127.0.0.1:" + started.getAddress().getPort(),
                    "NATTER_PUBLIC_ORIGIN",
                    TestTokens.ISSUER);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }
}
