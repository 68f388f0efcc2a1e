package dev.natter.local.stack.service;

import dev.natter.local.process.PidFile;
import dev.natter.local.process.Tether;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * All it takes to start one service process, as often as need be.
 *
 * @param name how people and logs call it
 * @param url where it listens
 */
record Launch(String name, URI url, List<String> command, Map<String, String> environment, LogFile log, PidFile pid) {
    /** The time a service has between SIGTERM and SIGKILL, as the contract grants it. */
    static final Duration GRACE = Duration.ofSeconds(20);

    Process start() throws IOException {
        var builder = Tether.builder(command, GRACE).redirectErrorStream(true);
        builder.environment().putAll(environment);
        // The C library's default of many memory pools is for many more processors than a laptop has.
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        var process = builder.start();
        pid.write(process.pid());
        log.follow(process.inputReader());
        return process;
    }

    /** Leaves the environment out: it holds secrets. */
    @Override
    public String toString() {
        return "Launch[name=" + name + ", url=" + url + "]";
    }
}
