package dev.natter.load.report;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Where, when and how the figures were made, without which they mean nothing. */
public record Machine(Instant at, int processors, String model, double memoryGiB, String java, String command) {

    /**
     * This one.
     *
     * @param command that made the figures; logins in its addresses are left out, because reports are shown around
     */
    public static Machine here(Instant at, String command) {
        return new Machine(
                at,
                Runtime.getRuntime().availableProcessors(),
                line("/proc/cpuinfo", "model name"),
                Double.parseDouble("0" + line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / (1 << 20),
                Runtime.version().toString(),
                command.replaceAll("://[^@\\s]*@", "://…@"));
    }

    private static String line(String file, String key) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException unknown) {
            return "";
        }
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("at", at.toString())
                .put("processors", processors)
                .put("model", model)
                .put("memoryGiB", memoryGiB)
                .put("java", java)
                .put("command", command);
    }

    @Override
    public String toString() {
        return "%s, %d processors (%s), %s GiB, Java %s, %s"
                .formatted(at, processors, model, Figures.of(memoryGiB), java, command);
    }
}
