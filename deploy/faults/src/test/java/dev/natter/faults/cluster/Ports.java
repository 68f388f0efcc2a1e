package dev.natter.faults.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports out of the range that the system gives to clients, who could otherwise take that of a server that is stopped. */
final class Ports {

    private static final int FIRST = 16_000;
    private static final int BEYOND = 32_000;

    private Ports() {}

    static int free() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, BEYOND);
            try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // Then another one.
            }
        }
    }
}
