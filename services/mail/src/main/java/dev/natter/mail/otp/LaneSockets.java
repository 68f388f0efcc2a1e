package dev.natter.mail.otp;

import io.vertx.core.impl.CloseFuture;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.VertxWrapper;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.NetClientBuilder;
import io.vertx.core.spi.metrics.TCPMetrics;

/**
 * The platform as a lane's mail client sees it, which makes its sockets here. The client offers no way to break off a
 * conversation, and says nothing at all when a server hangs up before its greeting, as a balancer does whose servers are
 * gone; a place among the conversations would be lost each time.
 */
final class LaneSockets extends VertxWrapper {

    private final CloseFuture sockets = new CloseFuture();
    private Runnable hungUp = () -> {};
    private int open;
    private int tolerated;

    LaneSockets(VertxInternal vertx) {
        super(vertx);
        vertx.addCloseHook(sockets);
    }

    @Override
    public NetClient createNetClient(NetClientOptions options) {
        return new NetClientBuilder(delegate, options)
                .closeFuture(sockets)
                .metrics(new OpenAndClosed())
                .build();
    }

    /**
     * Runs {@code action} when no answer can come any more to the mail that is about to be sent. A connection that was
     * kept may turn out to be closed: then the client opens another one, once.
     */
    synchronized void whenHungUp(Runnable action) {
        tolerated = open;
        hungUp = action;
    }

    private synchronized void opened() {
        open++;
    }

    private synchronized void closed() {
        open--;
        if (tolerated-- <= 0) {
            hungUp.run();
        }
    }

    /** Closes every socket at once. */
    void breakOff() {
        sockets.close();
    }

    /** Where the platform reports sockets to whoever counts them. */
    private final class OpenAndClosed implements TCPMetrics<Object> {
        @Override
        public Object connected(SocketAddress remoteAddress, String remoteName) {
            opened();
            return this;
        }

        @Override
        public void disconnected(Object socket, SocketAddress remoteAddress) {
            closed();
        }
    }
}
