package dev.natter.testing;

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
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;

/** A TLS endpoint in front of a server without TLS. Bound to loopback; the port stays the same. */
public final class TlsProxy implements AutoCloseable {

    private final URI server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "tls proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final ServerSocket listener;
    private final AtomicInteger refused = new AtomicInteger();
    private volatile TestCertificate certificate;

    /** @param server to which connections are forwarded; scheme and path are ignored */
    public TlsProxy(URI server, TestCertificate certificate) {
        this.server = server;
        this.certificate = certificate;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Number of clients that rejected the certificate. */
    public int refused() {
        return refused.get();
    }

    /** Closes all connections and presents another certificate from now on. */
    public void change(TestCertificate other) {
        certificate = other;
        cut();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                open.add(client);
                threads.execute(() -> shakeHands(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void shakeHands(Socket client) {
        try (client) {
            var secured = (SSLSocket) certificate.context().getSocketFactory().createSocket(client, null, true);
            secured.setUseClientMode(false);
            secured.startHandshake();
            var inside = new Socket(server.getHost(), server.getPort());
            open.add(inside);
            threads.execute(() -> pass(secured, inside));
            pass(inside, secured);
        } catch (IOException no) {
            refused.incrementAndGet();
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // Closed by one of the two.
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
            listener.close();
            cut();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
