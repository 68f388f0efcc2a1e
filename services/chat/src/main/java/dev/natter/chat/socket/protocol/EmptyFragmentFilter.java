package dev.natter.chat.socket.protocol;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/**
 * Leaves out the empty pieces with which a message begins (RFC 6455, section 5.4, allows them), so that it begins with its first
 * piece that has content, or with its last. The platform takes a message that began with nothing for none, and loses it.
 */
final class EmptyFragmentFilter extends ChannelInboundHandlerAdapter {

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
