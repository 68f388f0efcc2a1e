package dev.natter.local.stack.service;

import dev.natter.local.stack.console.LaunchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line of a service: its native executable, or its jar on the Java that runs this. */
final class Program {
    /** Measured under load in the system test: half of this is in use. The rest is small because ten JVMs may run. */
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xmx96m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    private final Path root;
    private final boolean nativeWanted;

    Program(Path root, boolean nativeWanted) {
        this.root = root;
        this.nativeWanted = nativeWanted;
    }

    /** @param mark an argument the program ignores and by which a later start knows it for ours */
    List<String> command(ServiceKind kind, String mark) {
        var target = root.resolve("services").resolve(kind.label()).resolve("target");
        return nativeExecutable(target)
                .map(executable -> List.of(executable.toString(), mark))
                .orElseGet(() -> java(kind, target, mark));
    }

    /** Whether that service will run as a native executable. */
    boolean isNative(ServiceKind kind) {
        return nativeExecutable(root.resolve("services").resolve(kind.label()).resolve("target"))
                .isPresent();
    }

    private Optional<Path> nativeExecutable(Path target) {
        if (!nativeWanted || !Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (var runners = Files.newDirectoryStream(target, "*-runner")) {
            for (var runner : runners) {
                if (Files.isExecutable(runner) && Files.isRegularFile(runner)) {
                    return Optional.of(runner);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> java(ServiceKind kind, Path target, String mark) {
        var jar = target.resolve("quarkus-app").resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new LaunchFailure("the " + kind.label() + " service is not built: start with deploy/up");
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA_OPTIONS);
        command.addAll(List.of(mark, "-jar", jar.toString()));
        return command;
    }
}
