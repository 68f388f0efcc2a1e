package dev.natter.chat.socket;

import dev.natter.chat.delivery.CloseCodes;
import dev.natter.chat.delivery.LocalDelivery;
import dev.natter.chat.delivery.ServerFrame;
import dev.natter.web.Closing;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import dev.natter.web.Refusals;
import dev.natter.web.RequestIds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What happens to everything a client sends: counted, decoded, handled, answered. Nothing that is in a frame ends the
 * connection; too many frames do.
 */
@ApplicationScoped
class FrameReceiver {

    private static final Logger LOG = Logger.getLogger(FrameReceiver.class);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final FrameDecoder decoder;
    private final FrameDispatcher handler;
    private final LocalDelivery local;
    private final Closing closing;
    private final FrameSpans spans;
    private final Clock clock;
    private final Refusals refusals;
    private final Counter in;

    FrameReceiver(
            FrameDecoder decoder,
            FrameDispatcher handler,
            LocalDelivery local,
            Closing closing,
            FrameSpans spans,
            Clock clock,
            Refusals refusals,
            MeterRegistry metrics) {
        this.decoder = decoder;
        this.handler = handler;
        this.local = local;
        this.closing = closing;
        this.spans = spans;
        this.clock = clock;
        this.refusals = refusals;
        this.in = Counter.builder("natter.socket.frames.in")
                .description("Frames that came from sockets")
                .register(metrics);
    }

    /** A text frame. Never fails. */
    Uni<Void> text(ConnectionState session, String text) {
        if (!admit(session)) {
            return Uni.createFrom().voidItem();
        }
        // The frame is a request of its own, in the log as on its way through the broker.
        RequestIds.resume(null);
        var decoded = decoder.decode(text);
        var frame = decoded.frame();
        return frame == null
                ? refuse(session, decoded.refusal(), decoded.clientMessageId())
                : handle(session, frame, text.length(), decoded.clientMessageId());
    }

    /** A frame that is no text. Never fails. */
    Uni<Void> binary(ConnectionState session) {
        return admit(session)
                ? refuse(session, Refusal.malformed("frame", "Frames are text."), null)
                : Uni.createFrom().voidItem();
    }

    /** A ping or a pong: life, and nothing more. */
    void control(ConnectionState session) {
        admit(session);
    }

    private boolean admit(ConnectionState session) {
        in.increment();
        var now = clock.millis();
        session.heard(now);
        if (session.admits(now)) {
            return true;
        }
        session.connection().close(CloseCodes.TOO_MANY, "too many frames");
        return false;
    }

    private Uni<Void> handle(ConnectionState session, ClientFrame frame, int size, @Nullable String clientMessageId) {
        if (!closing.enter()) {
            return refuse(
                    session,
                    Refusal.unavailable(ErrorCode.RESTARTING, "This server restarts. Connect anew.", A_MOMENT),
                    clientMessageId);
        }
        var span = spans.begin(frame);
        return handler.handle(session, frame, size)
                .onFailure(Refusal.class)
                .recoverWithItem(refusal -> ErrorFrame.of(refusal, clientMessageId))
                .onFailure()
                .recoverWithItem(failure -> fault(failure, clientMessageId))
                .invoke(answer -> {
                    spans.answered(span, answer);
                    answer(session, answer);
                })
                .onTermination()
                .invoke(() -> {
                    span.end();
                    closing.leave();
                })
                .replaceWithVoid();
    }

    private Uni<Void> refuse(ConnectionState session, @Nullable Refusal refusal, @Nullable String clientMessageId) {
        answer(session, refusal == null ? null : ErrorFrame.of(refusal, clientMessageId));
        return Uni.createFrom().voidItem();
    }

    private void answer(ConnectionState session, @Nullable ServerFrame answer) {
        if (answer instanceof ErrorFrame refused) {
            refusals.count(refused.code());
        }
        if (answer != null) {
            local.answer(session.connection(), answer);
        }
    }

    private static ServerFrame fault(Throwable failure, @Nullable String clientMessageId) {
        LOG.error("A frame could not be handled", failure);
        return ErrorFrame.fault(clientMessageId);
    }
}
