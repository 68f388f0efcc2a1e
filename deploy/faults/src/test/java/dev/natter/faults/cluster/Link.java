package dev.natter.faults.cluster;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A network between two that talk: a port on loopback that leads from one to the other, and can be cut. */
public final class Link {

    private static final int CONNECT_MILLIS = 2_000;

    private enum State {
        WHOLE,
        CUT,
        SILENT
    }

    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private final NetClient client;
    private final int port;
    private volatile SocketAddress target = SocketAddress.inetSocketAddress(1, "127.0.0.1");
    private volatile State state = State.WHOLE;
    private volatile Buffer answer;

    Link(Vertx vertx) {
        client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_MILLIS));
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

    /** From now on nothing gets through, and nobody is told: packets are lost. */
    public void fallSilent() {
        state = State.SILENT;
        pairs.forEach(Pair::hold);
    }

    /** From now on this is answered to whatever is said, in place of the server. */
    public void answer(String bytes) {
        answer = Buffer.buffer(bytes);
        hangUp();
    }

    /** All is as it was; what was in the air when the line fell silent arrives late, as it would. */
    public void mend() {
        answer = null;
        state = State.WHOLE;
        pairs.forEach(Pair::letGo);
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
                    .onFailure(nobody -> caller.close())
                    .onSuccess(there -> new Pair(caller, there).begin());
        }
    }

    /** Two connections that are one. */
    private final class Pair {
        private final NetSocket caller;
        private final NetSocket there;

        Pair(NetSocket caller, NetSocket there) {
            this.caller = caller;
            this.there = there;
        }

        void begin() {
            pairs.add(this);
            pump(caller, there);
            pump(there, caller);
            if (state == State.WHOLE) {
                letGo();
            }
        }

        private void pump(NetSocket from, NetSocket to) {
            from.handler(data -> {
                var unused = to.write(data);
                if (to.writeQueueFull()) {
                    from.pause();
                    to.drainHandler(room -> {
                        if (state == State.WHOLE) {
                            from.resume();
                        }
                    });
                }
            });
            from.exceptionHandler(broken -> {});
            from.closeHandler(gone -> {
                // A line that is silent does not tell of an end, either.
                if (state != State.SILENT) {
                    close();
                }
            });
        }

        void hold() {
            caller.pause();
            there.pause();
        }

        void letGo() {
            caller.resume();
            there.resume();
        }

        void close() {
            pairs.remove(this);
            caller.close();
            there.close();
        }
    }
}
