package dev.natter.faults.nemesis;

import dev.natter.faults.cluster.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** A clock on the wall that is wrong, for one process: {@code src/test/c/skew.c}, which takes a C compiler ({@code cc}). */
final class Skew {

    private Skew() {}

    /**
     * What a process finds in its environment then.
     *
     * @param seconds by which its clock is ahead, or behind when it is negative
     */
    static Map<String, String> by(int seconds, Cluster cluster) {
        return Map.of("LD_PRELOAD", library(cluster), "NATTER_SKEW", Integer.toString(seconds));
    }

    private static String library(Cluster cluster) {
        var library = cluster.work().resolve("libskew.so");
        if (!Files.exists(library)) {
            compile(cluster.root().resolve("deploy/faults/src/test/c/skew.c").toString(), library.toString());
        }
        return library.toString();
    }

    private static void compile(String source, String library) {
        try {
            var compiler = new ProcessBuilder("cc", "-shared", "-fPIC", "-O2", "-o", library, source)
                    .inheritIO()
                    .start();
            if (compiler.waitFor() != 0) {
                throw new IllegalStateException("cc does not compile " + source);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
