package dev.natter.local.stack.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;

/** Answers with a whole file. */
final class WholeFile {

    private WholeFile() {}

    /** Sends the file, or to a HEAD request its length alone; fails, with nothing sent, when it is not there. */
    static Future<Void> send(RoutingContext exchange, Path file) {
        var response = exchange.response();
        if (!exchange.request().method().equals(HttpMethod.HEAD)) {
            return response.sendFile(file.toString());
        }
        // Vert.x would send the body all the same.
        return exchange.vertx()
                .fileSystem()
                .props(file.toString())
                .compose(there -> response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(there.size()))
                        .end());
    }
}
