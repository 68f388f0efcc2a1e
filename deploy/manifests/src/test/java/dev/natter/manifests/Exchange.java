package dev.natter.manifests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** One request written byte for byte, as no proper client would let us, and its answer. */
record Exchange(int status, List<String> headers, String body) {
    private static final int TIMEOUT_MILLIS = 10_000;

    static Exchange of(int port, String method, String target, String... headers) {
        return of(port, method, target, "", headers);
    }

    static Exchange withBody(int port, String method, String target, String body, String... headers) {
        return of(port, method, target, body, headers);
    }

    private static Exchange of(int port, String method, String target, String body, String[] headers) {
        var request = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: chat.example.com\r\n");
        for (var header : headers) {
            request.append(header).append("\r\n");
        }
        if (!body.isEmpty()) {
            request.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        if (List.of(headers).stream().noneMatch(header -> header.startsWith("Connection:"))) {
            request.append("Connection: close\r\n");
        }
        request.append("\r\n").append(body);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
            return parse(read(socket));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Until the other side closes, or has shaken hands for a socket. */
    private static String read(Socket socket) throws IOException {
        var all = new ByteArrayOutputStream();
        var input = socket.getInputStream();
        for (var next = input.read(); next >= 0; next = input.read()) {
            all.write(next);
            if (next == '\n'
                    && all.size() > 12
                    && all.toString(StandardCharsets.UTF_8).startsWith("HTTP/1.1 101")
                    && all.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private static Exchange parse(String answer) {
        var parts = answer.split("\r\n\r\n", 2);
        var lines = List.of(parts[0].split("\r\n", -1));
        return new Exchange(
                Integer.parseInt(lines.get(0).split(" ", -1)[1]),
                lines.subList(1, lines.size()),
                parts.length > 1 ? parts[1] : "");
    }

    /** Every value of a header, in order. */
    List<String> all(String name) {
        var start = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(start))
                .map(header -> header.substring(start.length()).trim())
                .toList();
    }

    String one(String name) {
        var values = all(name);
        return values.isEmpty() ? "" : values.get(0);
    }
}
