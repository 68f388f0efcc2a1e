package dev.natter.local.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import redis.embedded.RedisExecProvider;

/** The Redis executable for this machine, taken out of its jar. */
final class RedisProgram {
    private RedisProgram() {}

    /** Puts it into that directory; replaces an older one, which a process still running keeps for itself. */
    static Path in(Path directory) throws IOException {
        // The library extracts into a temporary directory of its own and forgets it there.
        var extracted = RedisExecProvider.defaultProvider().get().toPath();
        var program = directory.toAbsolutePath().resolve("redis-server");
        Files.move(extracted, program, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(extracted.toAbsolutePath().getParent());
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + program + " executable");
        }
        return program;
    }
}
