package dev.natter.redis;

import dev.natter.testing.TestCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocket;

/** Stands before a server without TLS and shows a certificate for it. Bound to loopback; the port stays the same. */
final class TlsDoor implements AutoCloseable {

    private final URI server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "tls door");
        thread.setDaemon(true);
        return thread;
    });
    private final ServerSocket door;
    private volatile TestCertificate certificate;

    TlsDoor(URI server, TestCertificate certificate) {
        this.server = server;
        this.certificate = certificate;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Ends every connection, and shows another certificate to those who come from now on. */
    void change(TestCertificate other) {
        certificate = other;
        cut();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = withTls(door.accept());
                var inside = new Socket(server.getHost(), server.getPort());
                open.add(client);
                open.add(inside);
                threads.execute(() -> pass(client, inside));
                threads.execute(() -> pass(inside, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private Socket withTls(Socket client) throws IOException {
        var secured = (SSLSocket) certificate.context().getSocketFactory().createSocket(client, null, true);
        secured.setUseClientMode(false);
        return secured;
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // By one of the two, or refused.
        }
    }

    private void cut() {
        try {
            for (var socket : open) {
                socket.close();
            }
            open.clear();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            cut();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
