package dev.natter.chat.socket;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.natter.chat.delivery.CloseCode;
import dev.natter.chat.delivery.CloseCode.CloseConnectionException;
import dev.natter.chat.delivery.Connections;
import dev.natter.chat.delivery.LocalDelivery;
import dev.natter.chat.http.Permits;
import dev.natter.chat.presence.PresenceSubscriptions;
import dev.natter.chat.push.VisibleClients;
import dev.natter.chat.routing.ConnectionRegistry;
import dev.natter.chat.socket.protocol.SlidingWindowLimiter;
import dev.natter.chat.typing.ShowTyping;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPingMessage;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * The socket of the contract. Callbacks of one connection run on its event loop and may overlap.
 *
 * <p>All that goes out is one stream per connection, which requests the next frame when the previous one is written; a
 * connection is closed by ending that stream with a {@link CloseConnectionException}.
 */
@WebSocket(path = "/api/v1/socket", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
class ChatSocket {

    private static final Logger LOG = Logger.getLogger(ChatSocket.class);

    private final Connections connections;
    private final ConnectionRegistry registry;
    private final PresenceSubscriptions subscriptions;
    private final ShowTyping showTyping;
    private final VisibleClients visibleClients;
    private final FrameDispatcher dispatcher;
    private final ConnectionReaper reaper;
    private final LocalDelivery local;
    private final SocketConfig config;
    private final Clock clock;
    /** One for each connected user; forgotten with the last of the user's connections. */
    private final LoadingCache<String, SlidingWindowLimiter> userLimiters;

    ChatSocket(
            Connections connections,
            ConnectionRegistry registry,
            PresenceSubscriptions subscriptions,
            ShowTyping showTyping,
            VisibleClients visibleClients,
            FrameDispatcher dispatcher,
            ConnectionReaper reaper,
            LocalDelivery local,
            SocketConfig config,
            Clock clock) {
        this.connections = connections;
        this.registry = registry;
        this.subscriptions = subscriptions;
        this.showTyping = showTyping;
        this.visibleClients = visibleClients;
        this.dispatcher = dispatcher;
        this.reaper = reaper;
        this.local = local;
        this.config = config;
        this.clock = clock;
        this.userLimiters = Caffeine.newBuilder()
                .weakValues()
                .executor(Runnable::run)
                .build(user -> new SlidingWindowLimiter(config.framesPerSecondPerUser(), config.floodWindow()));
    }

    /**
     * Opens the connection first, so that frames are queued for it, and sends {@code ready} when every replica can find it.
     * The conversations come before the route, because the user's coming online is shown in them.
     */
    @OnOpen
    Multi<String> open(WebSocketConnection socket) {
        var state = state(socket);
        var userId = state.userId();
        var connection = state.connection();
        socket.userData().put(ConnectionState.KEY, state);
        reaper.check(state);
        return subscriptions
                .subscribe(userId)
                .chain(() -> registry.register(userId, connection.id()))
                .invoke(() ->
                        connection.open(local.encode(new SocketFrame.Ready(userId, connection.id(), clock.instant()))))
                .onItem()
                .transformToMulti(nothing -> connection.frames());
    }

    private ConnectionState state(WebSocketConnection socket) {
        var credentials = socket.userData().get(HandshakeCheck.CREDENTIALS);
        var context = Vertx.currentContext();
        return new ConnectionState(
                connections.open(
                        socket.id(), credentials.userId(), task -> context.runOnContext(nothing -> task.run())),
                credentials,
                new Permits(config.inFlight(), config.waitingFrames(), config.waitingCharacters()),
                userLimiters.get(credentials.userId()),
                clock.millis());
    }

    @OnTextMessage
    Uni<Void> text(String text, WebSocketConnection socket) {
        var state = socket.userData().get(ConnectionState.KEY);
        return state == null ? Uni.createFrom().voidItem() : dispatcher.text(state, text);
    }

    @OnBinaryMessage
    Uni<Void> binary(Buffer binary, WebSocketConnection socket) {
        var state = socket.userData().get(ConnectionState.KEY);
        return state == null ? Uni.createFrom().voidItem() : dispatcher.binary(state);
    }

    @OnPongMessage
    Uni<Void> pong(Buffer pong, WebSocketConnection socket) {
        return control(socket);
    }

    @OnPingMessage
    Uni<Void> ping(Buffer ping, WebSocketConnection socket) {
        return control(socket);
    }

    private Uni<Void> control(WebSocketConnection socket) {
        var state = socket.userData().get(ConnectionState.KEY);
        if (state != null) {
            dispatcher.admit(state);
        }
        return Uni.createFrom().voidItem();
    }

    /** The lease goes first, so that this replica has left Redis when it has no connection any more. */
    @OnClose
    Uni<Void> close(WebSocketConnection socket) {
        var state = socket.userData().remove(ConnectionState.KEY);
        if (state == null) {
            return Uni.createFrom().voidItem();
        }
        return registry.unregister(state.userId(), socket.id())
                .invoke(() -> {
                    connections.gone(socket.id());
                    showTyping.disconnected(socket.id());
                    subscriptions.unsubscribe(state.userId());
                })
                .chain(() -> visibleClients.set(state.userId(), socket.id(), false));
    }

    /** The stream of what goes out has ended. */
    @OnError
    Uni<Void> end(CloseConnectionException end, WebSocketConnection socket) {
        return close(socket, end.code());
    }

    /** The only fault of a peer that ends here as an exception: fragments that are too large together. */
    @OnError
    Uni<Void> tooBig(IllegalStateException failure, WebSocketConnection socket) {
        LOG.debugf("Closing a connection: %s", failure.getMessage());
        return close(socket, CloseCode.TOO_BIG);
    }

    /** The connection broke; {@link #close(WebSocketConnection)} follows. */
    @OnError
    Uni<Void> broken(Throwable failure, WebSocketConnection socket) {
        LOG.debugf("A connection broke: %s", failure);
        return Uni.createFrom().voidItem();
    }

    /**
     * Sends a close frame and makes sure that the connection ends: a peer that takes nothing does not take the close frame
     * either, but closing the transport below starts the timer that cuts it.
     */
    private static Uni<Void> close(WebSocketConnection socket, CloseCode code) {
        if (socket.isClosed()) {
            return Uni.createFrom().voidItem();
        }
        var transport = socket.userData().get(HandshakeCheck.TRANSPORT);
        return Uni.join()
                .all(
                        socket.close(new CloseReason(code.code(), code.reason())),
                        Uni.createFrom().<Void>item(() -> {
                            transport.close();
                            return null;
                        }))
                .andCollectFailures()
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
