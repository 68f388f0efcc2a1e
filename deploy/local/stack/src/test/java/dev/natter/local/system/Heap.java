package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What the replicas of a service keep in memory once everything has gone that can. */
final class Heap {

    private static final Pattern USED =
            Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\",[^}]*\\} ([0-9.E]+)$");

    private Heap() {}

    /** All of it, in bytes. Not for native executables. */
    static long bytes(RunningStack stack, String service) throws IOException, InterruptedException {
        for (var pid : stack.pids(service)) {
            collectGarbage(pid);
        }
        return stack.addresses(service).stream()
                .map(address -> Api.call("GET", address + "/q/metrics", null).body())
                .flatMap(metrics -> USED.matcher(metrics).results())
                .mapToLong(line -> (long) Double.parseDouble(line.group(1)))
                .sum();
    }

    private static void collectGarbage(long pid) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("jcmd is done").isTrue();
            assertThat(process.exitValue()).as("jcmd's exit status").isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
