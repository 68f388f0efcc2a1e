package dev.natter.chat.socket.protocol;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/**
 * A line over which the last word was said (RFC 6455, section 5.5.1): nothing is sent any more, a second goodbye of the platform
 * included, and nothing is heard but the peer's own goodbye, which ends the line at once. Reading goes on, because a line that
 * is cut with unread bytes is reset, and a reset can take the last word from the peer; {@link SocketOptions#GOODBYE_SECONDS} bounds it.
 */
final class CloseHandshakeHandler extends ChannelDuplexHandler {

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
