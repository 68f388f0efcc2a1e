package dev.natter.user.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP line between the service and a server. A connection to its switch cuts it, and the end of that connection mends it: the test
 * resource that makes lines and the tests that cut them live in different class loaders and share no objects.
 */
final class CuttableLine implements AutoCloseable {

    private final InetSocketAddress server;
    private final ServerSocket entry;
    private final ServerSocket lever;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    CuttableLine(String host, int port) {
        try {
            server = new InetSocketAddress(host, port);
            entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            lever = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        daemon("line to " + server, this::accept);
        daemon("switch of line to " + server, this::obey);
    }

    int port() {
        return entry.getLocalPort();
    }

    int switchPort() {
        return lever.getLocalPort();
    }

    private void obey() {
        while (!lever.isClosed()) {
            try (var order = lever.accept()) {
                cut(true);
                order.getOutputStream().write(1);
                order.getInputStream().read();
                cut(false);
                order.getOutputStream().write(1);
            } catch (IOException closed) {
                // The loop knows.
            }
        }
    }

    /** Drops every connection and takes no new one, until it is mended. */
    private void cut(boolean cut) {
        this.cut = cut;
        if (cut) {
            sockets.forEach(CuttableLine::close);
            sockets.clear();
        }
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                connect(entry.accept());
            } catch (IOException closed) {
                // The line is closed, or its other end does not listen; the loop handles both.
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        if (cut) {
            close(caller);
            return;
        }
        var callee = new Socket();
        sockets.add(caller);
        sockets.add(callee);
        callee.connect(server);
        daemon("to server", () -> copy(caller, callee));
        daemon("to service", () -> copy(callee, caller));
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // Both ends are closed now.
        } finally {
            sockets.remove(from);
        }
    }

    private static void daemon(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // It is.
        }
    }

    @Override
    public void close() throws IOException {
        entry.close();
        lever.close();
        cut(true);
    }
}
