package dev.natter.aws;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A script of this module, run beside stand-ins for the programs of other people that it calls. */
final class Script {
    private static final long SECONDS = 60;

    private final Path folder;
    private final Path programs;

    Script(Path folder) throws IOException {
        this.folder = folder;
        this.programs = Files.createDirectories(folder.resolve("bin"));
    }

    /** Puts a program of this name first on the path. */
    Script withProgram(String name, String text) throws IOException {
        var file = Files.writeString(programs.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    /** An outputs file with one made-up value for every output of the stacks. */
    Path outputs(Map<String, String> values) throws IOException {
        return Files.writeString(
                folder.resolve("outputs.json"), Synthesis.JSON.writeValueAsString(Map.of("natter-data", values)));
    }

    record Ending(int code, String output, String errors) {}

    Ending run(String input, String script, Object... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Examples.MODULE.resolve(script).toString()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        var in = Files.writeString(folder.resolve("in"), input);
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var builder = new ProcessBuilder(command)
                .directory(Examples.ROOT.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
        builder.environment().put("FOLDER", folder.toString());
        var process = builder.start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end");
        }
        return new Ending(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
