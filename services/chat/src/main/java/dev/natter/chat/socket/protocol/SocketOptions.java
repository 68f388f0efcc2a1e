package dev.natter.chat.socket.protocol;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** What the platform has no setting of its own for. */
@ApplicationScoped
class SocketOptions implements HttpServerOptionsCustomizer {

    /** How long a peer may take to answer a close frame (RFC 6455, section 7.1.1) before its connection is cut. */
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
     * Nor are frames compressed: the platform would agree to {@code deflate-frame}, whatever its setting for compression, and
     * then take reserved bits, and small frames that hold large ones.
     */
    private static void customize(HttpServerOptions options) {
        options.setWebSocketClosingTimeout(GOODBYE_SECONDS).setPerFrameWebSocketCompressionSupported(false);
    }
}
