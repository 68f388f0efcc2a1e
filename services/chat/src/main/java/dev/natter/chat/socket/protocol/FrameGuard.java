package dev.natter.chat.socket.protocol;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
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
public final class FrameGuard extends Utf8FrameValidator {

    private static final String NAME = "natter-frame-guard";

    private FrameGuard() {
        super(false);
    }

    /** Watches what comes over this connection once it is a socket; until then it does nothing. */
    public static void watch(HttpConnection connection) {
        if (connection instanceof ConnectionBase line) {
            var last = line.channelHandlerContext();
            if (last.pipeline().get(NAME) == null) {
                last.pipeline()
                        .addBefore(last.name(), NAME, new FrameGuard())
                        .addBefore(last.name(), null, new EmptyBeginnings());
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) throws Exception {
        if (failure instanceof CorruptedWebSocketFrameException violation) {
            var told = context.writeAndFlush(new CloseWebSocketFrame(violation.closeStatus()));
            context.pipeline().addBefore(NAME, null, new AfterGoodbye());
            told.addListener(done -> end(context.channel()));
        } else {
            super.exceptionCaught(context, failure);
        }
    }

    /** Ends our half, so that the peer hears the end after the reason, and lets the platform wait for the other half. */
    private static void end(Channel channel) {
        if (channel instanceof DuplexChannel line) {
            line.shutdownOutput().addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        }
        channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }
}
