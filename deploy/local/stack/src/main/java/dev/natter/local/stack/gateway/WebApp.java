package dev.natter.local.stack.gateway;

import dev.natter.local.stack.http.Problems;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The built web app: its files, and its shell for every address a person may have bookmarked. */
final class WebApp {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Path files;
    private final Precompressed compressed;
    private final SecurityHeaders headers;

    /** @param s3 where images are put and got, or null if nowhere */
    WebApp(Path files, @Nullable URI s3) {
        this.files = files;
        this.compressed = new Precompressed(files);
        this.headers = new SecurityHeaders(s3);
    }

    void mount(Router router) {
        router.route().handler(WebApp::readOnly).handler(WebApp::oneOrigin).handler(headers);
        router.route("/assets/*")
                .handler(caching(FOR_EVER))
                .handler(compressed)
                .handler(content(files.resolve("assets")))
                .handler(WebApp::missing);
        router.route()
                .handler(caching("no-cache"))
                .handler(compressed)
                .handler(content(files))
                .handler(this::shell);
    }

    private static void readOnly(RoutingContext exchange) {
        var method = exchange.request().method();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            exchange.next();
        } else {
            exchange.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            Problems.answer(exchange, 405, "method_not_allowed", "This address supports GET and HEAD only.");
        }
    }

    /** The services accept http://localhost as origin only, so requests to 127.0.0.1 are redirected. */
    private static void oneOrigin(RoutingContext exchange) {
        var authority = exchange.request().authority();
        if (authority == null || authority.host().equals("localhost") || !navigates(exchange)) {
            exchange.next();
            return;
        }
        exchange.response()
                .setStatusCode(302)
                .putHeader(
                        HttpHeaders.LOCATION,
                        "http://localhost" + (authority.port() < 0 ? "" : ":" + authority.port())
                                + exchange.request().uri())
                .end();
    }

    private static boolean navigates(RoutingContext exchange) {
        var accept = exchange.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
    }

    private static Handler<RoutingContext> caching(String rule) {
        return exchange -> {
            exchange.response().putHeader(HttpHeaders.CACHE_CONTROL, rule);
            exchange.next();
        };
    }

    private static StaticHandler content(Path directory) {
        // Its own caching headers would replace ours.
        return StaticHandler.create(FileSystemAccess.ROOT, directory.toString())
                .setCachingEnabled(false)
                .setFilesReadOnly(false)
                .setIncludeHidden(false)
                .setDirectoryListing(false);
    }

    /** Paths of the app exist in the browser only: navigation requests get the app. */
    private void shell(RoutingContext exchange) {
        if (navigates(exchange)) {
            compressed.give(exchange, "/index.html", () -> plainShell(exchange));
        } else {
            missing(exchange);
        }
    }

    private void plainShell(RoutingContext exchange) {
        exchange.response().putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
        WholeFile.send(exchange, files.resolve("index.html"))
                .onFailure(absent ->
                        Problems.answer(exchange, 503, "not_built", "The web app is not built: start with deploy/up."));
    }

    private static void missing(RoutingContext exchange) {
        exchange.response().headers().remove(HttpHeaders.CACHE_CONTROL);
        Problems.notFound(exchange);
    }
}
