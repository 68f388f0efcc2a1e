package dev.natter.chat.socket.protocol;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Bounds how long a peer that was told goodbye may take to say so too (RFC 6455, section 7.1.1), before its line is cut. Who has
 * been silent for a minute will not, and counts as connected until then.
 */
@ApplicationScoped
class ClosingHandshake implements HttpServerOptionsCustomizer {

    private static final int SECONDS = 3;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setWebSocketClosingTimeout(SECONDS);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setWebSocketClosingTimeout(SECONDS);
    }
}
