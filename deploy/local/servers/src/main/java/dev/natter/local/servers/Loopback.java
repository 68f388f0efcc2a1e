package dev.natter.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Addresses on this machine only. */
final class Loopback {
    static final String HOST = "127.0.0.1";

    private Loopback() {}

    static URI url(String scheme, @Nullable Credentials credentials, int port, String path) {
        var userInfo = credentials == null ? "" : credentials.username() + ":" + credentials.password() + "@";
        return URI.create(scheme + "://" + userInfo + HOST + ":" + port + path);
    }

    /** A free port; another process may take it before the caller does, so callers have to retry. */
    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
