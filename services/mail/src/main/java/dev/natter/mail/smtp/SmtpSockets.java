package dev.natter.mail.smtp;

import io.vertx.core.impl.CloseFuture;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.VertxWrapper;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.NetClientBuilder;
import io.vertx.core.spi.metrics.TCPMetrics;

/**
 * The Vert.x that one mail client creates its sockets with. Works around two gaps of vertx-mail-client 4.5: it cannot abort
 * a send, and it reports nothing when a server closes the connection before its greeting (as a load balancer without
 * backends does).
 */
final class SmtpSockets extends VertxWrapper {

    private final CloseFuture sockets = new CloseFuture();
    private Runnable onClose = () -> {};
    private int open;
    private int expectedCloses;

    SmtpSockets(VertxInternal vertx) {
        super(vertx);
        vertx.addCloseHook(sockets);
    }

    @Override
    public NetClient createNetClient(NetClientOptions options) {
        return new NetClientBuilder(delegate, options)
                .closeFuture(sockets)
                .metrics(new OpenSockets())
                .build();
    }

    /**
     * Runs {@code action} when the mail that is about to be sent can get no reply any more. A reused connection may turn
     * out to be closed: the client then opens another one, once.
     */
    synchronized void onClose(Runnable action) {
        expectedCloses = open;
        onClose = action;
    }

    private synchronized void opened() {
        open++;
    }

    private synchronized void closed() {
        open--;
        if (expectedCloses-- <= 0) {
            onClose.run();
        }
    }

    /** Closes every socket at once. */
    void abort() {
        sockets.close();
    }

    /** Vert.x reports each socket to its metrics. */
    private final class OpenSockets implements TCPMetrics<Object> {
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
