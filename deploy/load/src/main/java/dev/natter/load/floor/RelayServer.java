package dev.natter.load.floor;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A WebSocket relay without Natter: sends each {@code send} back to its sender as {@code sent}, and to the other
 * connections of the same token as {@code message}. Prints its port, and exits when its standard input closes.
 */
public final class RelayServer {

    private static final String SEND = "{\"type\":\"send\"";
    private static final String SENT = "{\"type\":\"sent\"";
    private static final String MESSAGE = "{\"type\":\"message\"";

    private final Map<String, List<ServerWebSocket>> rooms = new ConcurrentHashMap<>();

    private RelayServer() {}

    /** Runs until its standard input closes. */
    public static void main(String[] arguments) throws IOException {
        var relay = new RelayServer();
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .webSocketHandler(relay::join)
                .listen()
                .onSuccess(server -> System.out.println(server.actualPort()));
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    private void join(ServerWebSocket socket) {
        var room = rooms.computeIfAbsent(socket.headers().get("Authorization"), token -> new ArrayList<>());
        room.add(socket);
        socket.textMessageHandler(frame -> relay(socket, room, frame.substring(SEND.length())));
        socket.writeTextMessage("{\"type\":\"ready\"}");
    }

    private static void relay(ServerWebSocket sender, List<ServerWebSocket> room, String rest) {
        sender.writeTextMessage(SENT + rest);
        for (var other : room) {
            if (other != sender) {
                other.writeTextMessage(MESSAGE + rest);
            }
        }
    }
}
