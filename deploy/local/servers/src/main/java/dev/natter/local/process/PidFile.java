package dev.natter.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Remembers a process across the end of this JVM, so that the next one can end what was left behind. */
public final class PidFile {
    private final Path file;

    public PidFile(Path file) {
        this.file = file;
    }

    public void write(long pid) {
        try {
            Files.writeString(file, pid + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends the process written here, if it still runs and is still that program: its command line has to contain the
     * mark, because process ids are used again. Asks first and kills when the grace is over.
     *
     * @return whether there was one
     */
    public boolean endStale(String mark, Duration grace) {
        var stale = read().flatMap(ProcessHandle::of)
                .filter(process -> commandLine(process).contains(mark));
        stale.ifPresent(process -> end(process, grace));
        delete();
        return stale.isPresent();
    }

    private Optional<Long> read() {
        try {
            return Optional.of(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            // No file, or one cut short by a full disk: nothing to go by.
            return Optional.empty();
        }
    }

    private static void end(ProcessHandle process, Duration grace) {
        process.destroy();
        if (!gone(process, grace)) {
            process.destroyForcibly();
            gone(process, grace);
        }
    }

    private static boolean gone(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the system shows it; a program may have rewritten it, which the portable way does not see. */
    private static String commandLine(ProcessHandle process) {
        try {
            var shown = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return new String(shown, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }
}
