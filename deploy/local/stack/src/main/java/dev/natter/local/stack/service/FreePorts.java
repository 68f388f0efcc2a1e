package dev.natter.local.stack.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Ports for the services, kept over their restarts.
 *
 * <p>Taken from below the range out of which systems serve outgoing connections, so that none of these takes one of
 * ours in the moment before a service listens.
 */
final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int BEYOND = 32_000;
    private static final int ATTEMPTS = 1_000;

    private final RandomGenerator random;
    private final Set<Integer> given = new HashSet<>();

    FreePorts(RandomGenerator random) {
        this.random = random;
    }

    int next() {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var port = random.nextInt(FIRST, BEYOND);
            if (isFree(port) && given.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + FIRST + " and " + BEYOND);
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
