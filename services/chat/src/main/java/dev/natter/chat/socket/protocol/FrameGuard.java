package dev.natter.chat.socket.protocol;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Clock;

/**
 * Closes a connection whose peer breaks the protocol, with the reason (RFC 6455, sections 7.1.7 and 8.1): 1002 for malformed
 * frames, 1007 for text that is not UTF-8, 1009 for a frame that is too large. The platform would cut the connection without
 * a close frame, and replace what is not UTF-8. Also counts every frame, fragments and empty ones too, which the platform
 * does not show to the socket: a flood of them ends with 4429.
 */
public final class FrameGuard extends Utf8FrameValidator {

    private static final String NAME = "natter-frame-guard";
    private static final WebSocketCloseStatus TOO_MANY = new WebSocketCloseStatus(4429, "too many frames");

    private final SlidingWindowLimiter limiter;
    private final Clock clock;
    private final Runnable flooded;

    private FrameGuard(SlidingWindowLimiter limiter, Clock clock, Runnable flooded) {
        super(false);
        this.limiter = limiter;
        this.clock = clock;
        this.flooded = flooded;
    }

    /** Watches what comes over this connection once it is a socket; {@code flooded} is called when a flood closes it. */
    public static void watch(HttpConnection connection, SlidingWindowLimiter limiter, Clock clock, Runnable flooded) {
        if (connection instanceof ConnectionBase line) {
            var last = line.channelHandlerContext();
            if (last.pipeline().get(NAME) == null) {
                last.pipeline()
                        .addBefore(last.name(), NAME, new FrameGuard(limiter, clock, flooded))
                        .addBefore(last.name(), null, new EmptyFragmentFilter());
            }
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof WebSocketFrame && !limiter.admit(clock.millis())) {
            ReferenceCountUtil.release(message);
            flooded.run();
            close(context, TOO_MANY);
        } else {
            super.channelRead(context, message);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) throws Exception {
        if (failure instanceof CorruptedWebSocketFrameException violation) {
            close(context, violation.closeStatus());
        } else {
            super.exceptionCaught(context, failure);
        }
    }

    private static void close(ChannelHandlerContext context, WebSocketCloseStatus status) {
        var closeFrame = context.writeAndFlush(new CloseWebSocketFrame(status));
        context.pipeline().addBefore(NAME, null, new CloseHandshakeHandler());
        closeFrame.addListener(done -> end(context.channel()));
    }

    /** Ends our half, so that the peer sees the end after the close frame, and lets the platform wait for the other half. */
    private static void end(Channel channel) {
        if (channel instanceof DuplexChannel line) {
            line.shutdownOutput().addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        }
        channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    /**
     * Leaves out the empty fragments with which a message begins (RFC 6455, section 5.4, allows them). The platform takes a
     * message that began with nothing for none, and loses it.
     */
    private static final class EmptyFragmentFilter extends ChannelInboundHandlerAdapter {

        private enum Begun {
            NOTHING,
            TEXT,
            BINARY
        }

        private Begun begun = Begun.NOTHING;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof WebSocketFrame frame && isPiece(frame)) {
                if (!frame.isFinalFragment() && !frame.content().isReadable()) {
                    begun = frame instanceof ContinuationWebSocketFrame ? begun : kind(frame);
                    ReferenceCountUtil.release(frame);
                } else {
                    context.fireChannelRead(beginning(frame));
                    begun = Begun.NOTHING;
                }
            } else {
                context.fireChannelRead(message);
            }
        }

        /** Not a control frame, which may come between the pieces of a message, nor a later piece of one that has begun. */
        private boolean isPiece(WebSocketFrame frame) {
            return frame instanceof TextWebSocketFrame
                    || frame instanceof BinaryWebSocketFrame
                    || (frame instanceof ContinuationWebSocketFrame && begun != Begun.NOTHING);
        }

        private static Begun kind(WebSocketFrame frame) {
            return frame instanceof TextWebSocketFrame ? Begun.TEXT : Begun.BINARY;
        }

        private WebSocketFrame beginning(WebSocketFrame frame) {
            return switch (begun) {
                case NOTHING -> frame;
                case TEXT -> new TextWebSocketFrame(frame.isFinalFragment(), frame.rsv(), frame.content());
                case BINARY -> new BinaryWebSocketFrame(frame.isFinalFragment(), frame.rsv(), frame.content());
            };
        }
    }

    /**
     * After our close frame (RFC 6455, section 5.5.1) nothing is sent, and only the peer's close frame is heard, which ends
     * the connection. Reading goes on, because a connection that is cut with unread bytes is reset, which can take our close
     * frame from the peer; {@link SocketOptions#GOODBYE_SECONDS} bounds it.
     */
    private static final class CloseHandshakeHandler extends ChannelDuplexHandler {

        @Override
        public void channelRead(ChannelHandlerContext context, Object frame) {
            var isGoodbye = frame instanceof CloseWebSocketFrame;
            ReferenceCountUtil.release(frame);
            if (isGoodbye) {
                context.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
            }
        }

        @Override
        public void write(ChannelHandlerContext context, Object frame, ChannelPromise promise) {
            ReferenceCountUtil.release(frame);
            promise.trySuccess();
        }
    }
}
