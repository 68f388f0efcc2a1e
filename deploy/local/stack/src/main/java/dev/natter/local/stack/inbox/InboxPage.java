package dev.natter.local.stack.inbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The inbox for people: three files, nothing from elsewhere. */
final class InboxPage {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private InboxPage() {}

    static void mount(Router router) {
        mount(router, "/", "inbox.html", "text/html; charset=utf-8");
        mount(router, "/inbox.css", "inbox.css", "text/css; charset=utf-8");
        mount(router, "/inbox.js", "inbox.js", "text/javascript; charset=utf-8");
        mount(router, "/favicon.svg", "favicon.svg", "image/svg+xml");
    }

    private static void mount(Router router, String path, String file, String type) {
        var content = resource(file);
        router.get(path)
                .handler(exchange -> exchange.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, type)
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .putHeader("Content-Security-Policy", POLICY)
                        .end(content));
    }

    private static Buffer resource(String name) {
        try (var in = Objects.requireNonNull(InboxPage.class.getResourceAsStream(name), name)) {
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
