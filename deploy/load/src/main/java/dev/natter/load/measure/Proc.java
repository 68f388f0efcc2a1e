package dev.natter.load.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads {@code /proc}, as Linux has it. */
public final class Proc {

    /** USER_HZ, which is the same on every Linux that programs see. */
    private static final double TICKS_PER_SECOND = 100;

    private Proc() {}

    /** What it says now; nothing, when there is no such process. */
    public static ProcessUsage read(long pid) {
        var directory = Path.of("/proc", Long.toString(pid));
        try {
            var stat = Files.readString(directory.resolve("stat"));
            // The name of the program, in brackets, may hold anything.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            var ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            return new ProcessUsage(ticks / TICKS_PER_SECOND, rss(directory), Integer.parseInt(fields[17]));
        } catch (IOException gone) {
            return ProcessUsage.NOTHING;
        }
    }

    private static long rss(Path directory) throws IOException {
        for (var line : Files.readAllLines(directory.resolve("status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        return 0;
    }
}
