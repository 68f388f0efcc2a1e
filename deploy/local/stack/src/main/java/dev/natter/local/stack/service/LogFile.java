package dev.natter.local.stack.service;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a service writes, in a file that cannot fill the disk: begun anew at each start, and again when it is full. */
final class LogFile {
    private static final int GENERATIONS = 3;
    private static final long MAX_CHARACTERS = 10_000_000;
    private static final int REMEMBERED = 20;

    private final Path file;
    private final Deque<String> last = new ArrayDeque<>();
    private @Nullable BufferedWriter writer;
    private long written;

    LogFile(Path file) {
        this.file = file;
    }

    /** Reads to the end on a thread of its own; never stops reading, or the service would stop writing. */
    void follow(BufferedReader output) {
        var thread = new Thread(() -> copy(output), "log-" + file.getFileName());
        thread.setDaemon(true);
        thread.start();
    }

    /** The last lines so far. */
    synchronized List<String> tail() {
        return List.copyOf(last);
    }

    Path path() {
        return file;
    }

    private void copy(BufferedReader output) {
        try (output) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                append(line);
            }
        } catch (IOException e) {
            append("(its output cannot be read any more: " + e.getMessage() + ")");
        }
    }

    private synchronized void append(String line) {
        last.addLast(line);
        if (last.size() > REMEMBERED) {
            last.removeFirst();
        }
        try {
            var out = writer == null || written > MAX_CHARACTERS ? begin() : writer;
            out.write(line);
            out.newLine();
            out.flush();
            written += line.length() + 1;
        } catch (IOException e) {
            // A full disk must not take the service with it; its last lines are still remembered here.
            writer = null;
        }
    }

    private BufferedWriter begin() throws IOException {
        if (writer != null) {
            writer.close();
        }
        for (var generation = GENERATIONS - 1; generation > 0; generation--) {
            var older = generation == 1 ? file : numbered(generation - 1);
            if (Files.exists(older)) {
                Files.move(older, numbered(generation), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        written = 0;
        return writer;
    }

    private Path numbered(int generation) {
        return file.resolveSibling(file.getFileName() + "." + generation);
    }
}
