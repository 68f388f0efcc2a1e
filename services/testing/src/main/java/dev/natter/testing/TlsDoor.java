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

/** Stands before a server without TLS and shows a certificate for it. Bound to loopback; the port stays the same. */
public final class TlsDoor implements AutoCloseable {

    private final URI server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "tls door");
        thread.setDaemon(true);
        return thread;
    });
    private final ServerSocket door;
    private final AtomicInteger refused = new AtomicInteger();
    private volatile TestCertificate certificate;

    /** @param server who is behind it; scheme and path do not matter */
    public TlsDoor(URI server, TestCertificate certificate) {
        this.server = server;
        this.certificate = certificate;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** How many went away when they saw the certificate. */
    public int refused() {
        return refused.get();
    }

    /** Ends every connection, and shows another certificate to those who come from now on. */
    public void change(TestCertificate other) {
        certificate = other;
        cut();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
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
