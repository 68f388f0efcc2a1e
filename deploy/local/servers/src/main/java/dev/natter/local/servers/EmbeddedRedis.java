package dev.natter.local.servers;

import dev.natter.local.process.PidFile;
import dev.natter.local.process.Tether;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Redis server as a child process that ends with this JVM; its program comes from a jar. */
final class EmbeddedRedis implements BackingServer {
    private static final Duration GRACE = Duration.ofSeconds(10);
    /** How often another process may snatch the port between our asking for a free one and Redis taking it. */
    private static final int PORT_ATTEMPTS = 5;

    private final Process process;
    private final PidFile pidFile;
    private final int port;

    private EmbeddedRedis(Process process, PidFile pidFile, int port) {
        this.process = process;
        this.pidFile = pidFile;
        this.port = port;
    }

    /** @param durable whether the data is to be there again at the next start with this directory */
    static EmbeddedRedis start(Path dataDir, boolean durable) {
        try {
            var program = RedisProgram.in(Files.createDirectories(dataDir));
            var pidFile = new PidFile(dataDir.resolve("redis.pid"));
            pidFile.endStale(program.toString(), GRACE);
            for (var attempt = 1; ; attempt++) {
                var port = Loopback.freePort();
                var process = launch(program, dataDir, port, durable);
                pidFile.write(process.pid());
                var output = new RedisOutput(process.inputReader());
                if (output.ready()) {
                    return new EmbeddedRedis(process, pidFile, port);
                }
                process.destroyForcibly();
                if (attempt == PORT_ATTEMPTS) {
                    throw new IllegalStateException("Redis did not start; it said: " + output.last());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Path program, Path dataDir, int port, boolean durable) throws IOException {
        var command = new ArrayList<>(List.of(
                program.toString(),
                "--bind",
                Loopback.HOST,
                "--port",
                Integer.toString(port),
                "--dir",
                dataDir.toAbsolutePath().toString(),
                "--save",
                "",
                "--appendonly",
                durable ? "yes" : "no"));
        return Tether.builder(command, GRACE).redirectErrorStream(true).start();
    }

    @Override
    public URI url() {
        return Loopback.url("redis", null, port, "");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        pidFile.delete();
    }
}
