package dev.natter.redis;

import dev.natter.testing.TestCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLServerSocket;

/** Stands before a server without TLS and shows a certificate for it. Bound to loopback; the port stays the same. */
final class TlsDoor implements AutoCloseable {

    private final URI server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "tls door");
        thread.setDaemon(true);
        return thread;
    });
    private SSLServerSocket door;
    private int port;

    TlsDoor(URI server, TestCertificate certificate) {
        this.server = server;
        open(certificate);
    }

    int port() {
        return port;
    }

    /** Ends every connection, and shows another certificate to those who come from now on. */
    void change(TestCertificate certificate) {
        close();
        open(certificate);
    }

    private void open(TestCertificate certificate) {
        try {
            var socket = (SSLServerSocket) certificate
                    .context()
                    .getServerSocketFactory()
                    .createServerSocket(port, 50, InetAddress.getLoopbackAddress());
            door = socket;
            port = socket.getLocalPort();
            threads.execute(() -> accept(socket));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept(SSLServerSocket from) {
        while (!from.isClosed()) {
            try {
                var client = from.accept();
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

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // By one of the two, or refused.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            for (var socket : open) {
                socket.close();
            }
            open.clear();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
