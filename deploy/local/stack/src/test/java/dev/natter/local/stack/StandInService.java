package dev.natter.local.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What the launcher starts in its own tests in place of a service: ready at once, and configurable to fail. */
public final class StandInService {
    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getenv("STAND_IN_FAILS") != null) {
            System.err.println("NATTER_EVERYTHING is missing");
            System.exit(3);
        }
        var loopback = InetAddress.getLoopbackAddress();
        var port = Integer.parseInt(System.getenv("NATTER_HTTP_PORT"));
        var server = HttpServer.create(new InetSocketAddress(loopback, port), 16);
        server.createContext("/", exchange -> {
            var body = System.getenv("NATTER_PUBLIC_ORIGIN").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        var broker = Integer.parseInt(System.getenv("NATTER_RABBITMQ_PORT"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try (var socket = new Socket(loopback, broker)) {
                System.out.println("asked to end; the broker is still there: " + socket.isConnected());
            } catch (IOException e) {
                System.out.println("asked to end; the broker is gone");
            }
        }));
    }
}
