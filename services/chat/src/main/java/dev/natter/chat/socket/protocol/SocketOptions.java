package dev.natter.chat.socket.protocol;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** What the platform has no setting of its own for. */
@ApplicationScoped
class SocketOptions implements HttpServerOptionsCustomizer {

    /**
     * Bounds how long a peer that was told goodbye may take to say so too (RFC 6455, section 7.1.1), before its line is cut. Who
     * has been silent for a minute will not, and counts as connected until then.
     */
    static final int GOODBYE_SECONDS = 3;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        customize(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customize(options);
    }

    /**
     * Frames are never compressed, either: the platform has a setting for the compression that browsers ask for, and would agree
     * to {@code deflate-frame}, which is older, all the same: bits of a frame that are reserved would be taken, and a small
     * frame could hold a large one.
     */
    private static void customize(HttpServerOptions options) {
        options.setWebSocketClosingTimeout(GOODBYE_SECONDS).setPerFrameWebSocketCompressionSupported(false);
    }
}
