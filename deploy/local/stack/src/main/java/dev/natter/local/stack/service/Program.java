package dev.natter.local.stack.service;

import dev.natter.local.stack.console.LaunchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The command line of a service: its native executable, or its jar on the Java that runs this. */
final class Program {
    /** Small heaps, because five JVMs may run on a laptop. */
    private static final String JAVA_OPTIONS = "-Xms24m -Xmx256m -Xss512k -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError";
    /**
     * For what is seldom asked. The first compiler alone halves the processor time of a start, and takes two to three times as
     * much for each message later: chat has both.
     */
    private static final String QUICK_START = " -XX:TieredStopAtLevel=1";

    private final Path root;
    private final boolean nativeWanted;
    private final @Nullable String javaOptions;

    /** @param javaOptions separated by spaces, in place of ours, or null */
    Program(Path root, boolean nativeWanted, @Nullable String javaOptions) {
        this.root = root;
        this.nativeWanted = nativeWanted;
        this.javaOptions = javaOptions;
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

    private List<String> java(ServiceKind kind, Path target, String mark) {
        var jar = target.resolve("quarkus-app").resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new LaunchFailure("the " + kind.label() + " service is not built: start with deploy/up");
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options(kind).strip().split("\\s+", -1)));
        command.addAll(List.of(mark, "-jar", jar.toString()));
        return command;
    }

    private String options(ServiceKind kind) {
        if (javaOptions != null) {
            return javaOptions;
        }
        return kind == ServiceKind.CHAT ? JAVA_OPTIONS : JAVA_OPTIONS + QUICK_START;
    }
}
