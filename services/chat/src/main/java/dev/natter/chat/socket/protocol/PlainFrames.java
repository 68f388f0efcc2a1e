package dev.natter.chat.socket.protocol;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Frames are never compressed. The platform has a setting for the compression that browsers ask for, and would agree to
 * {@code deflate-frame}, which is older, all the same: bits of a frame that are reserved would be taken, and a small frame could
 * hold a large one.
 */
@ApplicationScoped
class PlainFrames implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setPerFrameWebSocketCompressionSupported(false);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setPerFrameWebSocketCompressionSupported(false);
    }
}
