package dev.natter.local.stack.gateway;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What the browser may let the web app do: talk to its own origin and to the image store, run its own files, no more. */
final class SecurityHeaders implements Handler<RoutingContext> {
    private final String images;

    SecurityHeaders(@Nullable URI s3) {
        this.images = s3 == null ? "" : " http://" + s3.getHost() + ":" + s3.getPort();
    }

    @Override
    public void handle(RoutingContext exchange) {
        exchange.response()
                .putHeader(
                        "Content-Security-Policy",
                        policy(exchange.request().authority().toString()))
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader(
                        "Permissions-Policy",
                        "camera=(), display-capture=(), geolocation=(), microphone=(self), payment=(), usb=()");
        exchange.next();
    }

    private String policy(String authority) {
        return String.join(
                "; ",
                "default-src 'self'",
                // Some browsers do not count the socket of one's own origin as 'self'.
                "connect-src 'self' ws://" + authority + images,
                "img-src 'self' blob: data:" + images,
                "media-src 'self' blob:" + images,
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }
}
