package dev.natter.local.stack.gateway;

import dev.natter.local.stack.http.Listener;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A gateway before fake services, and a client for it. */
final class Origin implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    final Vertx vertx = Vertx.vertx();
    final FakeService user = new FakeService(vertx, "user");
    final FakeService chat1 = new FakeService(vertx, "chat-1");
    final FakeService chat2 = new FakeService(vertx, "chat-2");
    final Gateway gateway;
    final Listener listener;

    Origin(Path dist) throws IOException {
        Files.createDirectories(dist.resolve("assets"));
        Files.writeString(dist.resolve("index.html"), "<!doctype html><title>Natter</title>");
        Files.writeString(dist.resolve("icon.svg"), "<svg/>");
        Files.writeString(dist.resolve(".secret"), "hidden");
        Files.writeString(dist.resolve("assets/app-1a2b.js"), "let natter;");
        Files.writeString(dist.resolve("assets/large-3c4d.js"), "let large;");
        // Not what gzip makes of them: this client got the compressed copy.
        Files.writeString(dist.resolve("assets/large-3c4d.js.gz"), "compressed script");
        Files.writeString(dist.resolve("index.html.gz"), "compressed page");
        gateway = new Gateway(
                vertx,
                new Gateway.Backends(
                        List.of(user.url()),
                        List.of(chat1.url(), chat2.url()),
                        dist,
                        URI.create("http://key:secret@127.0.0.1:9000")));
        listener = Listener.bind(vertx, 0, "NATTER_PORT");
        listener.serve(gateway);
    }

    record Answer(int status, io.vertx.core.MultiMap headers, String body) {
        JsonObject json() {
            return new JsonObject(body);
        }
    }

    Answer get(String target, String... headers) {
        return send(HttpMethod.GET, target, "", headers);
    }

    /** Header names and values in turn. */
    Answer send(HttpMethod method, String target, String body, String... headers) {
        var options = new RequestOptions()
                .setHost("localhost")
                .setPort(listener.port())
                .setMethod(method)
                .setURI(target);
        for (var i = 0; i < headers.length; i += 2) {
            options.putHeader(headers[i], headers[i + 1]);
        }
        var answered = Promise.<Answer>promise();
        // On an event loop: on this thread the body may have come and gone before it is asked for, and is empty then.
        vertx.runOnContext(nothing -> vertx.createHttpClient()
                .request(options)
                .compose((HttpClientRequest request) -> request.send(body))
                .compose(response -> response.body()
                        .map(bytes -> new Answer(response.statusCode(), response.headers(), bytes.toString())))
                .onComplete(answered));
        return FakeService.get(answered.future());
    }

    /** As it stands, byte for byte, which no client library would send; gives the one answer that comes back. */
    String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var answer = new StringBuilder();
            for (var next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                answer.append((char) next);
                if (isWhole(answer)) {
                    break;
                }
            }
            return answer.toString();
        }
    }

    private static boolean isWhole(StringBuilder answer) {
        var headEnd = answer.indexOf("\r\n\r\n");
        if (headEnd < 0) {
            return false;
        }
        var length = LENGTH.matcher(answer);
        return length.find() && answer.length() - headEnd - 4 >= Integer.parseInt(length.group(1));
    }

    List<String> seenByServices() {
        return Map.of("user", user, "chat1", chat1, "chat2", chat2).values().stream()
                .flatMap(service -> service.targets.stream())
                .toList();
    }

    @Override
    public void close() {
        listener.close();
        FakeService.get(vertx.close());
    }
}
