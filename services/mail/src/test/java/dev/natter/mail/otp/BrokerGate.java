package dev.natter.mail.otp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Stands between a worker and the broker and can be closed: for the worker, the broker is gone then. */
public final class BrokerGate implements AutoCloseable {

    private final InetSocketAddress broker;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "gate");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable ServerSocket door;
    private @Nullable Future<?> accepting;

    private BrokerGate(InetSocketAddress broker, int port) {
        this.broker = broker;
        this.port = port;
    }

    /** A closed gate; its port stays the same for ever. */
    public static BrokerGate before(String host, int port) {
        return new BrokerGate(new InetSocketAddress(host, port), freePort());
    }

    /** Out of the range that the system gives to clients, who could otherwise take the place of a closed gate. */
    private static int freePort() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(16_000, 32_000);
            try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // Then the next one.
            }
        }
    }

    public int port() {
        return port;
    }

    public synchronized BrokerGate open() {
        try {
            var opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            door = opened;
            accepting = threads.submit(() -> accept(opened));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Cuts every connection, and lets in no other. */
    @Override
    public synchronized void close() {
        try {
            if (door != null && accepting != null) {
                door.close();
                accepting.get();
            }
            for (var socket : open) {
                socket.close();
            }
            open.clear();
        } catch (IOException | InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                var worker = opened.accept();
                var there = new Socket(broker.getAddress(), broker.getPort());
                open.add(worker);
                open.add(there);
                threads.execute(() -> pass(worker, there));
                threads.execute(() -> pass(there, worker));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // As it is meant to be.
        }
    }
}
