package dev.natter.local.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The services' container images, built and started by buildah on a base that is made of this machine's own Java, because no
 * base can be had without a registry. In a chroot: files and user are the image's, network and processes are this machine's.
 */
final class LocalImages {

    private static final String BASE = "localhost/java";
    private static final long SECONDS = 120;
    private static final Pattern LIBRARY = Pattern.compile("(/\\S+\\.so\\S*) \\(");
    /** What is found by name when a program runs, and what has to be there before there is a program. */
    private static final List<String> MORE = List.of(
            "/lib64/ld-linux-x86-64.so.2",
            "/lib/x86_64-linux-gnu/libnss_files.so.2",
            "/lib/x86_64-linux-gnu/libnss_dns.so.2");

    private final Path folder;

    /** @param folder for everything: images and containers are copies of each other */
    LocalImages(Path folder) {
        this.folder = folder;
    }

    /** Whether they can be built here. */
    static boolean arePossible() {
        try {
            return System.getProperty("user.name").equals("root")
                    && MORE.stream().allMatch(library -> Files.exists(Path.of(library)))
                    && new ProcessBuilder("buildah", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Makes the base. */
    void makeBase() throws IOException {
        var root = folder.resolve("root");
        var java = Path.of(System.getProperty("java.home"));
        copyAll(java, root.resolve("opt/java"));
        for (var library : libraries(java)) {
            var copy = root.resolve(library.substring(1));
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of(library), copy, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(root.resolve("usr/bin/java"), Path.of("/opt/java/bin/java"));
        run(List.of(
                "chmod", "1777", Files.createDirectories(root.resolve("tmp")).toString()));
        var container = buildah("from", "scratch").strip();
        buildah("copy", "-q", container, root.toString(), "/");
        buildah("commit", "-q", container, BASE);
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (var files = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
            for (var file : files.filter(each -> !each.startsWith(from.resolve("jmods")))
                    // Debian links to sources that may not be there.
                    .filter(Files::exists)
                    .toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static Set<String> libraries(Path java) throws IOException {
        var command = new ArrayList<>(List.of("ldd", java.resolve("bin/java").toString()));
        try (var files = Files.walk(java.resolve("lib"))) {
            files.filter(file -> file.toString().endsWith(".so"))
                    .map(Path::toString)
                    .forEach(command::add);
        }
        var libraries = new TreeSet<>(MORE);
        LIBRARY.matcher(run(command)).results().map(found -> found.group(1)).forEach(libraries::add);
        libraries.removeIf(library -> library.startsWith(java.toString()));
        return libraries;
    }

    /** Builds a service's image as it was built before; a container of it, not yet started. */
    String container(String service) throws IOException {
        var context = RunningStack.ROOT.resolve("services").resolve(service);
        var image = "localhost/natter/" + service;
        buildah(
                "bud",
                "-q",
                "--isolation=chroot",
                "--from=" + BASE,
                "--tag=" + image,
                "--file=" + context.resolve("src/main/docker/Dockerfile.jvm"),
                context.toString());
        return buildah("from", image).strip();
    }

    /**
     * What starts it: its own entry point, as its own user.
     *
     * @param environment its environment, each {@code NAME=value}
     */
    ProcessBuilder start(String container, List<String> environment) throws IOException {
        var entry = buildah("inspect", "--format", "{{range .OCIv1.Config.Entrypoint}}{{println .}}{{end}}", container);
        var command = command("run", "--isolation=chroot");
        environment.forEach(each -> command.add("--env=" + each));
        command.addAll(List.of(container, "--"));
        command.addAll(entry.strip().lines().toList());
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    private String buildah(String... arguments) throws IOException {
        return run(command(arguments));
    }

    private List<String> command(String... arguments) {
        var command = new ArrayList<>(List.of(
                "buildah",
                "--storage-driver=vfs",
                "--root=" + folder.resolve("store"),
                "--runroot=" + folder.resolve("run")));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(command.get(0) + " failed: " + command);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return output;
    }
}
