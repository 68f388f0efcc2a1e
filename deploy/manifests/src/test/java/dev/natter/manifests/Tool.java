package dev.natter.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program of this machine. Where it is missing, the test that wants it is skipped with one line that says so. */
record Tool(List<String> command) {
    private static final long SECONDS = 60;
    private static final Map<List<String>, Boolean> RUNS = new ConcurrentHashMap<>();

    /** What a program answered. */
    record Answer(int code, String output, String errors) {
        String orThrow() {
            if (code != 0) {
                throw new AssertionError("ended with " + code + ": " + errors);
            }
            return output;
        }
    }

    /** The first of these that runs. */
    static Tool firstOf(String purpose, List<List<String>> candidates) {
        for (var candidate : candidates) {
            if (RUNS.computeIfAbsent(candidate, Tool::runs)) {
                return new Tool(candidate.subList(0, candidate.size() - 1));
            }
        }
        var line = "skipped: no " + candidates.get(0).get(0) + " here " + purpose;
        System.err.println(line);
        Assumptions.abort(line);
        throw new AssertionError("unreachable");
    }

    static Tool kubectl() {
        return firstOf("to build the manifests of k8s/", List.of(List.of("kubectl", "--help")));
    }

    static Tool bash() {
        return new Tool(List.of("bash"));
    }

    Answer run(Path folder, Map<String, String> environment, String... arguments) {
        var all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        try {
            var errors = Files.createTempFile("natter-tool", ".err");
            var builder = new ProcessBuilder(all).directory(folder.toFile()).redirectError(errors.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(all + " did not end");
            }
            var answer = new Answer(process.exitValue(), output, Files.readString(errors));
            Files.delete(errors);
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static boolean runs(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
