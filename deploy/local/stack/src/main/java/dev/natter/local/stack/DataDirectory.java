package dev.natter.local.stack;

import dev.natter.local.process.PidFile;
import dev.natter.local.stack.console.LaunchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data directory of one stack, used by one launcher at a time and readable by its owner only. */
final class DataDirectory implements AutoCloseable {
    private static final List<String> CONTENT = List.of("servers", "secrets.json", "log", "run");
    /** What the databases hold, counted up when a release cannot read what an earlier one wrote. */
    private static final String LAYOUT = "2";

    private static final String DATABASES = "mongodb";
    /** A little longer than the tether of a service takes to kill it. */
    private static final Duration GRACE = Duration.ofSeconds(25);

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws LaunchFailure when another launcher has it, or it cannot be made */
    static DataDirectory open(Path path) {
        try {
            var absolute = path.toAbsolutePath();
            if (!Files.isDirectory(absolute)) {
                Files.createDirectories(absolute);
            }
            Files.setPosixFilePermissions(absolute, PosixFilePermissions.fromString("rwx------"));
            var real = absolute.toRealPath();
            var channel = FileChannel.open(
                    real.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                var holder = read(channel);
                channel.close();
                throw new LaunchFailure("Natter already runs on " + real + " (process " + holder
                        + "); stop it, or choose another directory with NATTER_DATA=…");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataDirectory(real, channel);
        } catch (IOException e) {
            throw new LaunchFailure("cannot keep data in " + path + ": " + e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        var content = ByteBuffer.allocate(20);
        channel.read(content, 0);
        return new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII).strip();
    }

    /** Stops processes that a killed launcher left running; returns their number. */
    int endLeftovers() {
        var ended = 0;
        for (var file : list(run())) {
            if (file.toString().endsWith(".pid") && new PidFile(file).endStale(mark(), GRACE)) {
                ended++;
            }
        }
        return ended;
    }

    /** Deletes all data of the stack, but no other files in the directory. */
    void clear() {
        CONTENT.stream().map(path::resolve).forEach(DataDirectory::remove);
    }

    /** @throws LaunchFailure when the databases are of a release whose layout this one cannot read */
    void requireLayout() {
        var databases = servers().resolve(DATABASES);
        var layout = databases.resolve("layout");
        try {
            if (Files.notExists(databases)) {
                Files.createDirectories(databases);
                Files.writeString(layout, LAYOUT);
            } else if (Files.notExists(layout)
                    || !Files.readString(layout).strip().equals(LAYOUT)) {
                throw new LaunchFailure("what is kept in " + path + " was written by another release of Natter;"
                        + " start with --fresh to delete it, or choose another directory with NATTER_DATA=…");
            }
        } catch (IOException e) {
            throw new LaunchFailure("cannot keep data in " + path + ": " + e);
        }
    }

    /** The argument that identifies processes of this stack: an otherwise unused system property. */
    String mark() {
        return "-Dnatter.local.data=" + path + "/";
    }

    Path servers() {
        return directory("servers");
    }

    Path logs() {
        return directory("log");
    }

    Path run() {
        return directory("run");
    }

    Path secrets() {
        return path.resolve("secrets.json");
    }

    private Path directory(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path directory) {
        try (var files = Files.list(directory)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path from) {
        if (!Files.exists(from)) {
            return;
        }
        try (var files = Files.walk(from)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new LaunchFailure("cannot empty " + from + ": " + e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
