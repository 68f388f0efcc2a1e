package dev.natter.load.measure;

/**
 * What the operating system says of a process.
 *
 * @param cpuSeconds used since its start, by all its threads
 * @param rssBytes of memory that it holds now
 * @param threads that it has now
 */
public record ProcessUsage(double cpuSeconds, long rssBytes, int threads) {

    /** Of a process that is not there, or not on this machine. */
    static final ProcessUsage NOTHING = new ProcessUsage(0, 0, 0);
}
