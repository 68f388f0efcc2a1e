package dev.natter.faults.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process, and the signals that a fault is made of. Those but SIGTERM go to its children, too. */
public final class Program {

    private final Process process;

    private Program(Process process) {
        this.process = process;
    }

    static Program start(ProcessBuilder builder, File log) {
        try {
            return new Program(
                    builder.redirectError(ProcessBuilder.Redirect.appendTo(log)).start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the first line of the output; kills the process when there is none within the timeout. */
    String firstLine(Duration timeout) {
        try {
            var line = CompletableFuture.supplyAsync(this::readLine).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                throw new IllegalStateException("it ended at once; see target/faults");
            }
            return line;
        } catch (TimeoutException late) {
            kill();
            throw new IllegalStateException("no output for " + timeout + "; see target/faults", late);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private String readLine() {
        try {
            return process.inputReader(StandardCharsets.UTF_8).readLine();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** SIGKILL; returns when it is gone. */
    public void kill() {
        var all = family();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    /** SIGTERM; the status it ends with. */
    public int terminate(Duration timeout) {
        process.destroy();
        try {
            if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        kill();
        throw new AssertionError("it had not ended " + timeout.toSeconds() + " s after SIGTERM");
    }

    /** SIGSTOP. */
    public void pause() {
        signal("-STOP");
    }

    /** SIGCONT. */
    public void goOn() {
        signal("-CONT");
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    private List<ProcessHandle> family() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    private void signal(String signal) {
        var command = Stream.concat(Stream.of("kill", signal), family().stream().map(each -> Long.toString(each.pid())))
                .toList();
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
