package dev.natter.storage.avatar;

import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Reads a body on the event loop. RESTEasy Reactive would hand one of this size to a worker thread and keep that waiting for a
 * slow client, and would read it before the resource can bound how many there are.
 */
final class RequestBody {

    private RequestBody() {}

    /** The body; fails with 413 as soon as it is longer than that. A client that is too slow is disconnected elsewhere. */
    static Uni<byte[]> read(HttpServerRequest request, int maxBytes) {
        return Uni.createFrom().emitter(emitter -> {
            var body = Buffer.buffer();
            request.exceptionHandler(emitter::fail);
            request.endHandler(end -> emitter.complete(body.getBytes()));
            request.handler(chunk -> {
                if (body.length() + chunk.length() > maxBytes) {
                    request.handler(rest -> {});
                    // What is left of the body is not read, so the connection cannot be used again.
                    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                    emitter.fail(ApiException.tooLarge(
                            ErrorCode.TOO_LARGE, "The photo has more than %d bytes.".formatted(maxBytes)));
                } else {
                    body.appendBuffer(chunk);
                }
            });
            request.resume();
        });
    }
}
