package dev.natter.chat.socket;

import dev.natter.chat.delivery.CloseCode;
import dev.natter.chat.delivery.LocalDelivery;
import dev.natter.chat.delivery.ServerFrame;
import dev.natter.chat.identity.AccessTokens;
import dev.natter.chat.message.MessageFrame;
import dev.natter.chat.message.SendMessage;
import dev.natter.chat.message.SendMessageCommand;
import dev.natter.chat.push.VisibleClients;
import dev.natter.chat.receipt.MarkPosition;
import dev.natter.chat.socket.ClientFrame.Authenticate;
import dev.natter.chat.socket.ClientFrame.Delivered;
import dev.natter.chat.socket.ClientFrame.Read;
import dev.natter.chat.socket.ClientFrame.Send;
import dev.natter.chat.socket.ClientFrame.Typing;
import dev.natter.chat.socket.ClientFrame.Visible;
import dev.natter.chat.typing.ShowTyping;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import dev.natter.web.ErrorMetrics;
import dev.natter.web.RequestIds;
import dev.natter.web.ShutdownGate;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Counts, decodes, dispatches and answers every frame that a client sends. Nothing in a frame ends the connection; too many
 * frames do. Its methods never fail.
 */
@ApplicationScoped
class FrameDispatcher {

    private static final Logger LOG = Logger.getLogger(FrameDispatcher.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final FrameDecoder decoder;
    private final SendMessage sendMessage;
    private final MarkPosition markPosition;
    private final ShowTyping showTyping;
    private final VisibleClients visibleClients;
    private final AccessTokens tokens;
    private final LocalDelivery local;
    private final ShutdownGate closing;
    private final FrameSpans spans;
    private final Clock clock;
    private final ErrorMetrics errorMetrics;
    private final Counter in;

    FrameDispatcher(
            FrameDecoder decoder,
            SendMessage sendMessage,
            MarkPosition markPosition,
            ShowTyping showTyping,
            VisibleClients visibleClients,
            AccessTokens tokens,
            LocalDelivery local,
            ShutdownGate closing,
            FrameSpans spans,
            Clock clock,
            ErrorMetrics errorMetrics,
            MeterRegistry metrics) {
        this.decoder = decoder;
        this.sendMessage = sendMessage;
        this.markPosition = markPosition;
        this.showTyping = showTyping;
        this.visibleClients = visibleClients;
        this.tokens = tokens;
        this.local = local;
        this.closing = closing;
        this.spans = spans;
        this.clock = clock;
        this.errorMetrics = errorMetrics;
        this.in = Counter.builder("natter.socket.frames.in")
                .description("Frames that came from sockets")
                .register(metrics);
    }

    /** A text frame. Frames of a connection are to be subscribed in the order in which they came. */
    Uni<Void> text(ConnectionState state, String text) {
        if (!admit(state)) {
            return Uni.createFrom().voidItem();
        }
        // A frame is a request of its own, in the log as on its way through the broker.
        RequestIds.resume(null);
        var decoded = decoder.decode(text);
        if (decoded.frame() == null) {
            return refuse(state, decoded.refusal(), decoded.clientMessageId());
        }
        if (!closing.enter()) {
            return refuse(
                    state,
                    ApiException.unavailable(
                            ErrorCode.RESTARTING, "This replica is shutting down. Reconnect.", RETRY_AFTER),
                    decoded.clientMessageId());
        }
        var span = spans.begin(decoded.frame());
        return dispatch(state, decoded.frame(), text.length())
                .onFailure()
                .recoverWithItem(failure -> error(failure, decoded.clientMessageId()))
                .invoke(answer -> {
                    spans.answered(span, answer);
                    answer(state, answer);
                })
                .onTermination()
                .invoke(() -> {
                    span.end();
                    closing.leave();
                })
                .replaceWithVoid();
    }

    Uni<Void> binary(ConnectionState state) {
        return admit(state)
                ? refuse(state, ApiException.malformed("frame", "Frames are text."), null)
                : Uni.createFrom().voidItem();
    }

    /** Counts a frame, a ping or a pong too; false when the connection ends because it is one too many. */
    boolean admit(ConnectionState state) {
        in.increment();
        var isAdmitted = state.admit(clock.millis());
        if (!isAdmitted) {
            state.connection().close(CloseCode.TOO_MANY_FRAMES);
        }
        return isAdmitted;
    }

    private Uni<@Nullable ServerFrame> dispatch(ConnectionState state, ClientFrame frame, int size) {
        return frame instanceof Authenticate authenticate
                ? authenticate(state, authenticate)
                : state.inTurn(size, () -> handle(state, frame));
    }

    private Uni<@Nullable ServerFrame> handle(ConnectionState state, ClientFrame frame) {
        var userId = state.userId();
        var connectionId = state.connection().id();
        if (frame instanceof Send send) {
            showTyping.stop(send.conversationId(), connectionId);
            return sendMessage
                    .handle(new SendMessageCommand(
                            send.conversationId(),
                            userId,
                            send.clientMessageId(),
                            send.text(),
                            send.imageId(),
                            send.fileId(),
                            send.voiceId(),
                            send.replyTo(),
                            connectionId))
                    // A message that is stored now is answered by its delivery, in its turn.
                    .map(sent -> sent.isNew() ? null : MessageFrame.sent(sent.message()));
        }
        if (frame instanceof Read read) {
            return markPosition.read(read.conversationId(), userId, read.seq()).replaceWith(() -> null);
        }
        if (frame instanceof Delivered delivered) {
            return markPosition
                    .delivered(delivered.conversationId(), userId, delivered.seq())
                    .replaceWith(() -> null);
        }
        if (frame instanceof Typing typing) {
            return showTyping
                    .handle(typing.conversationId(), userId, connectionId, typing.typing())
                    .replaceWith(() -> null);
        }
        if (frame instanceof Visible visible) {
            return visibleClients.set(userId, connectionId, visible.visible()).replaceWith(() -> null);
        }
        throw new IllegalStateException("no branch for " + frame.getClass());
    }

    private Uni<@Nullable ServerFrame> authenticate(ConnectionState state, Authenticate frame) {
        return tokens.verify(frame.accessToken()).map(token -> {
            state.renew(Credentials.of(token));
            return new SocketFrame.Authenticated(state.expiresAt());
        });
    }

    private Uni<Void> refuse(ConnectionState state, @Nullable ApiException refusal, @Nullable String clientMessageId) {
        answer(state, refusal == null ? null : error(refusal, clientMessageId));
        return Uni.createFrom().voidItem();
    }

    private void answer(ConnectionState state, @Nullable ServerFrame answer) {
        if (answer instanceof SocketFrame.Refused refused) {
            errorMetrics.count(refused.code());
        }
        if (answer != null) {
            local.reply(state.connection(), answer);
        }
    }

    private static SocketFrame.Refused error(Throwable failure, @Nullable String clientMessageId) {
        if (failure instanceof ApiException refusal) {
            return new SocketFrame.Refused(refusal.code(), refusal.detail(), clientMessageId);
        }
        LOG.error("A frame could not be handled", failure);
        return new SocketFrame.Refused(
                ErrorCode.INTERNAL.wireName(), "An unexpected error occurred. Retrying is safe.", clientMessageId);
    }
}
