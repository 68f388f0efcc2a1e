package dev.natter.load.floor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A relay in its own process, so that its costs are separate from the generator's. */
final class RelayProcess implements AutoCloseable {

    private final Process process;
    private final URI address;

    private RelayProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static RelayProcess start() {
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            RelayServer.class.getName())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new RelayProcess(process, URI.create("http://127.0.0.1:" + port(process)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(Process process) throws IOException {
        var output = process.inputReader(StandardCharsets.US_ASCII);
        var line = output.readLine();
        if (line == null) {
            throw new IOException("the relay does not start");
        }
        return Integer.parseInt(line);
    }

    URI address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
