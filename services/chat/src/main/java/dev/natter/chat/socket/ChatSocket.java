package dev.natter.chat.socket;

import dev.natter.chat.delivery.CloseCodes;
import dev.natter.chat.delivery.CloseConnectionException;
import dev.natter.chat.delivery.FrameEncoder;
import dev.natter.chat.presence.PresenceSubscriptions;
import dev.natter.chat.routing.ConnectionRegistry;
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
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * The socket of the contract. Callbacks of one connection run on its event loop and may overlap: a frame is begun before
 * the one before it is answered.
 *
 * <p>All that goes out is one stream per connection, subscribed by the framework and asked for the next frame when the last
 * one is written; a connection is closed by ending that stream with a {@link CloseConnectionException}.
 */
@WebSocket(path = "/api/v1/socket", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
class ChatSocket {

    private static final Logger LOG = Logger.getLogger(ChatSocket.class);

    private final ConnectionStates sessions;
    private final ConnectionRegistry registry;
    private final PresenceSubscriptions subscriptions;
    private final ShowTyping showTyping;
    private final FrameReceiver receive;
    private final SignOut signOut;
    private final FrameEncoder encoder;
    private final Clock clock;

    ChatSocket(
            ConnectionStates sessions,
            ConnectionRegistry registry,
            PresenceSubscriptions subscriptions,
            ShowTyping showTyping,
            FrameReceiver receive,
            SignOut signOut,
            FrameEncoder encoder,
            Clock clock) {
        this.sessions = sessions;
        this.registry = registry;
        this.subscriptions = subscriptions;
        this.showTyping = showTyping;
        this.receive = receive;
        this.signOut = signOut;
        this.encoder = encoder;
        this.clock = clock;
    }

    /**
     * Opens the connection first, so that frames are queued for it, and sends {@code ready} when every replica can find it.
     * The conversations come before the route, because going online is told to them.
     */
    @OnOpen
    Multi<String> open(WebSocketConnection socket) {
        var session = sessions.open(socket.id(), socket.userData().get(HandshakeCheck.CREDENTIALS), ownContext());
        signOut.check(session);
        return subscriptions
                .subscribe(session.userId())
                .chain(() -> registry.register(session.userId(), socket.id()))
                .invoke(() -> session.connection().open(ready(session)))
                .onItem()
                .transformToMulti(nothing -> session.connection().frames());
    }

    private String ready(ConnectionState session) {
        return encoder.encode(
                        new ReadyFrame(session.userId(), session.connection().id(), clock.instant()))
                .text();
    }

    private static Executor ownContext() {
        var context = Vertx.currentContext();
        return task -> context.runOnContext(nothing -> task.run());
    }

    @OnTextMessage
    Uni<Void> text(String text, WebSocketConnection socket) {
        var session = sessions.find(socket.id());
        return session == null ? Uni.createFrom().voidItem() : receive.text(session, text);
    }

    @OnBinaryMessage
    Uni<Void> binary(Buffer binary, WebSocketConnection socket) {
        var session = sessions.find(socket.id());
        return session == null ? Uni.createFrom().voidItem() : receive.binary(session);
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
        var session = sessions.find(socket.id());
        if (session != null) {
            receive.control(session);
        }
        return Uni.createFrom().voidItem();
    }

    @OnClose
    Uni<Void> close(WebSocketConnection socket) {
        var session = sessions.gone(socket.id());
        if (session == null) {
            return Uni.createFrom().voidItem();
        }
        showTyping.gone(socket.id());
        subscriptions.unsubscribe(session.userId());
        return registry.unregister(session.userId(), socket.id());
    }

    /** The stream of what goes out has ended. */
    @OnError
    Uni<Void> end(CloseConnectionException end, WebSocketConnection socket) {
        return close(socket, end.code(), end.reason());
    }

    /** The only fault of a peer that ends here as an exception: fragments that are too large together. */
    @OnError
    Uni<Void> tooBig(IllegalStateException failure, WebSocketConnection socket) {
        LOG.debugf("Closing a connection: %s", failure.getMessage());
        return close(socket, CloseCodes.TOO_BIG, "message too big");
    }

    /** The connection broke; {@link #close(WebSocketConnection)} follows. */
    @OnError
    Uni<Void> broken(Throwable failure, WebSocketConnection socket) {
        LOG.debugf("A connection broke: %s", failure);
        return Uni.createFrom().voidItem();
    }

    /**
     * Says goodbye and makes sure that it happens: a peer that takes nothing does not take the close frame either, but
     * closing what lies below a socket that is closing already starts the timer that cuts the line.
     */
    private static Uni<Void> close(WebSocketConnection socket, int code, String reason) {
        if (socket.isClosed()) {
            return Uni.createFrom().voidItem();
        }
        var transport = socket.userData().get(HandshakeCheck.TRANSPORT);
        return Uni.join()
                .all(
                        socket.close(new CloseReason(code, reason)),
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
