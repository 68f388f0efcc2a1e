package dev.natter.manifests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The web app's nginx as its image starts it, on this machine's nginx, before services that say what they were asked. */
final class WebServer implements AutoCloseable {
    private static final long TIMEOUT_MILLIS = 10_000;

    final int port;
    final int healthPort;
    private final Process process;
    private final HttpServer user;
    private final HttpServer chat;

    private WebServer(int port, int healthPort, Process process, HttpServer user, HttpServer chat) {
        this.port = port;
        this.healthPort = healthPort;
        this.process = process;
        this.user = user;
        this.chat = chat;
    }

    static WebServer start(Path folder) throws IOException {
        return start(folder, Map.of());
    }

    static WebServer start(Path folder, Map<String, String> differences) throws IOException {
        var root = Files.createDirectories(folder.resolve("root/assets")).getParent();
        Files.writeString(root.resolve("index.html"), "<!doctype html><title>shell</title>");
        Files.writeString(root.resolve("icon.svg"), "<svg/>");
        Files.writeString(root.resolve("assets/index-a1.js"), "let a = 1;\n".repeat(400));
        // Not what gzip makes of them: this client got the compressed copy.
        Files.writeString(root.resolve("assets/index-a1.js.gz"), "compressed script");
        Files.writeString(root.resolve("index.html.gz"), "compressed page");
        var user = service("user");
        var chat = service("chat");
        var port = freePort();
        var healthPort = freePort();
        var environment = new HashMap<>(environment(folder, root));
        environment.put("NATTER_USER_UPSTREAM", "127.0.0.1:" + user.getAddress().getPort());
        environment.put("NATTER_CHAT_UPSTREAM", "127.0.0.1:" + chat.getAddress().getPort());
        environment.put("NATTER_WEB_LISTEN", "127.0.0.1:" + port);
        environment.put("NATTER_WEB_HEALTH_LISTEN", "127.0.0.1:" + healthPort);
        environment.putAll(differences);
        var process = launch(environment, folder.resolve("nginx.log"));
        var server = new WebServer(port, healthPort, process, user, chat);
        server.awaitListening(folder.resolve("nginx.log"));
        return server;
    }

    private static Map<String, String> environment(Path folder, Path root) {
        return Map.of(
                "NATTER_PUBLIC_ORIGIN", "https://chat.example.com",
                "NATTER_IMAGES_ORIGIN", "https://images.example.com",
                "NATTER_TRUSTED_PROXIES", "127.0.0.1/32,10.0.0.0/8",
                "NATTER_WEB_ROOT", root.toString(),
                "NATTER_WEB_WORK", folder.resolve("work").toString());
    }

    private static Process launch(Map<String, String> environment, Path log) throws IOException {
        var command = new ArrayList<>(
                List.of("sh", Repository.ROOT.resolve("frontend/nginx/start.sh").toString()));
        if (System.getProperty("user.name").equals("root")) {
            // As root, which the image is not, nginx would read the files as a user without access to them here.
            command.addAll(List.of("-g", "user root;"));
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void awaitListening(Path log) throws IOException {
        var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TIMEOUT_MILLIS);
        while (true) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException refused) {
                if (ended() || System.nanoTime() > deadline) {
                    close();
                    throw new AssertionError("nginx did not start: " + Files.readString(log), refused);
                }
            }
        }
    }

    private boolean ended() {
        try {
            return process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    void stopUser() {
        user.stop(0);
    }

    @Override
    public void close() {
        process.destroy();
        user.stop(0);
        chat.stop(0);
    }

    private static HttpServer service(String name) throws IOException {
        return service(name, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    static HttpServer service(String name, InetSocketAddress address) throws IOException {
        var server = HttpServer.create(address, 0);
        server.createContext("/", exchange -> answer(name, exchange));
        server.start();
        return server;
    }

    /** Tells who was asked, for what and with which headers. */
    private static void answer(String name, HttpExchange exchange) throws IOException {
        var text = new StringBuilder(name + " " + exchange.getRequestURI() + "\n");
        exchange.getRequestHeaders()
                .forEach((header, values) -> text.append(header)
                        .append(": ")
                        .append(String.join("|", values))
                        .append('\n'));
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().put("X-Request-Id", List.of("the-service-echoes"));
        exchange.getResponseHeaders().put("X-Service", List.of(name));
        if (exchange.getRequestHeaders().containsKey("Upgrade")) {
            exchange.getResponseHeaders().put("Sec-WebSocket-Protocol", List.of("bearer-token-carrier"));
        }
        var body = text.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
