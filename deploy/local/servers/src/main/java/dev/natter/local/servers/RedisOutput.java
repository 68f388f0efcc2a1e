package dev.natter.local.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads the output of Redis, so that its pipe never fills, and reports when it is ready. */
final class RedisOutput {
    private static final String READY = "Ready to accept connections";
    private static final int SECONDS_TO_START = 60;

    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private volatile String last = "nothing";

    RedisOutput(BufferedReader reader) {
        var thread = new Thread(() -> read(reader), "redis-output");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until Redis answers (true), or has ended or taken too long (false). */
    boolean ready() {
        try {
            return ready.get(SECONDS_TO_START, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The last line so far. */
    String last() {
        return last;
    }

    private void read(BufferedReader reader) {
        try (reader) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                last = line;
                if (line.contains(READY)) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            last = String.valueOf(e.getMessage());
        } finally {
            ready.complete(false);
        }
    }
}
