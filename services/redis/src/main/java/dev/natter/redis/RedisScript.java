package dev.natter.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A Lua script from {@code /lua}; Redis executes it atomically. */
public final class RedisScript {

    private final String source;

    private RedisScript(String source) {
        this.source = source;
    }

    /** Reads {@code /lua/<name>.lua}. */
    public static RedisScript named(String name) {
        try (var file = RedisScript.class.getResourceAsStream("/lua/" + name + ".lua")) {
            if (file == null) {
                throw new IllegalStateException("no script " + name);
            }
            return new RedisScript(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The text of the script. */
    public String source() {
        return source;
    }
}
