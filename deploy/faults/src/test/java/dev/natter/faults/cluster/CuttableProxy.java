package dev.natter.faults.cluster;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A network between two that talk: a port on loopback that leads from one to the other, and can be cut. */
public final class CuttableProxy {

    private static final int CONNECT_MILLIS = 2_000;
    /** So that a link that takes nothing any more holds little. */
    private static final int RECEIVE_BYTES = 65_536;

    private enum State {
        WHOLE,
        CUT,
        SILENT,
        UNREAD
    }

    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private final Vertx vertx;
    private final NetClient client;
    private final int port;
    private volatile SocketAddress target = SocketAddress.inetSocketAddress(1, "127.0.0.1");
    private volatile State state = State.WHOLE;
    private volatile Buffer answer;
    private volatile long lateMillis;

    CuttableProxy(Vertx vertx) {
        this.vertx = vertx;
        client = vertx.createNetClient(
                new NetClientOptions().setConnectTimeout(CONNECT_MILLIS).setReceiveBufferSize(RECEIVE_BYTES));
        port = Ports.free();
        try {
            vertx.createNetServer(new NetServerOptions().setHost("127.0.0.1").setPort(port))
                    .connectHandler(this::join)
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    void leadTo(URI server) {
        target = SocketAddress.inetSocketAddress(server.getPort(), server.getHost());
    }

    /** The server's URL, as one finds it through this link. */
    URI through(URI server) {
        var login = server.getRawUserInfo() == null ? "" : server.getRawUserInfo() + "@";
        return URI.create(server.getScheme() + "://" + login + "127.0.0.1:" + port + server.getRawPath());
    }

    /** Ends every connection, and each new one at once. */
    public void cut() {
        state = State.CUT;
        hangUp();
    }

    /** Ends every connection; new ones are welcome. */
    public void hangUp() {
        pairs.forEach(Pair::close);
    }

    /** From now on packets are lost, without a reset. */
    public void fallSilent() {
        state = State.SILENT;
        pairs.forEach(Pair::pass);
    }

    /** From now on callers take nothing that is said to them, and are heard as before. */
    public void stopReading() {
        state = State.UNREAD;
        pairs.forEach(Pair::pass);
    }

    /** From now on this is answered to whatever is said, in place of the server. */
    public void answer(String bytes) {
        answer = Buffer.buffer(bytes);
        hangUp();
    }

    /** From now on everything that is said on new connections takes so much longer; those that there are end. */
    public void slowDown(Duration by) {
        lateMillis = by.toMillis();
        hangUp();
    }

    /** All is as it was; what was in the air when the line fell silent arrives late, as it would. */
    public void mend() {
        answer = null;
        state = State.WHOLE;
        if (lateMillis > 0) {
            lateMillis = 0;
            hangUp();
        }
        pairs.forEach(Pair::pass);
    }

    private void join(NetSocket caller) {
        var standIn = answer;
        if (state == State.CUT) {
            caller.close();
        } else if (standIn != null) {
            caller.handler(said -> caller.write(standIn).onComplete(written -> caller.close()));
        } else {
            caller.pause();
            client.connect(target)
                    .onFailure(unreachable -> caller.close())
                    .onSuccess(there -> new Pair(caller, there).begin());
        }
    }

    /** Two connections that are one. */
    private final class Pair {
        private final NetSocket caller;
        private final NetSocket there;
        private volatile boolean halfGone;

        Pair(NetSocket caller, NetSocket there) {
            this.caller = caller;
            this.there = there;
        }

        void begin() {
            pairs.add(this);
            pump(caller, there);
            pump(there, caller);
            pass();
        }

        private void pump(NetSocket from, NetSocket to) {
            from.handler(data -> {
                if (lateMillis > 0) {
                    from.pause();
                    vertx.setTimer(lateMillis, due -> {
                        var unused = to.write(data);
                        pass(from);
                    });
                    return;
                }
                var unused = to.write(data);
                if (to.writeQueueFull()) {
                    from.pause();
                    to.drainHandler(room -> {
                        if (isOpenTo(from)) {
                            from.resume();
                        }
                    });
                }
            });
            from.exceptionHandler(broken -> {});
            from.closeHandler(gone -> {
                // A line that is silent does not tell of an end, either, before it is mended.
                halfGone = true;
                if (state != State.SILENT) {
                    close();
                }
            });
        }

        /** Lets through what may pass now, and nothing else. */
        void pass() {
            if (halfGone && state != State.SILENT) {
                close();
                return;
            }
            pass(caller);
            pass(there);
        }

        private void pass(NetSocket from) {
            if (isOpenTo(from)) {
                from.resume();
            } else {
                from.pause();
            }
        }

        private boolean isOpenTo(NetSocket from) {
            return state == State.WHOLE || (state == State.UNREAD && from == caller);
        }

        void close() {
            pairs.remove(this);
            caller.close();
            there.close();
        }
    }
}
