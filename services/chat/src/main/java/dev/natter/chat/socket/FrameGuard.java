package dev.natter.chat.socket;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Tells a peer that breaks the protocol why its connection ends (RFC 6455, sections 7.1.7 and 8.1): 1002 for frames that are
 * none, 1007 for text that is no UTF-8, 1009 for a frame that is too large. The platform would cut the line without a word,
 * and take what is no UTF-8 for a text with other characters in it.
 */
final class FrameGuard extends Utf8FrameValidator {

    private static final String NAME = "natter-frame-guard";

    private FrameGuard() {
        super(false);
    }

    /** Watches what comes over this connection once it is a socket; until then it does nothing. */
    static void watch(HttpConnection connection) {
        if (connection instanceof ConnectionBase line) {
            var last = line.channelHandlerContext();
            if (last.pipeline().get(NAME) == null) {
                last.pipeline().addBefore(last.name(), NAME, new FrameGuard());
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) throws Exception {
        if (failure instanceof CorruptedWebSocketFrameException violation) {
            context.writeAndFlush(new CloseWebSocketFrame(violation.closeStatus()))
                    .addListener(ChannelFutureListener.CLOSE);
        } else {
            super.exceptionCaught(context, failure);
        }
    }
}
