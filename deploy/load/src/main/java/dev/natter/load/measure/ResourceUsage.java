package dev.natter.load.measure;

import java.util.Map;

/**
 * What processes used in a span of time.
 *
 * @param before at its beginning, by the name of the process
 * @param after at its end
 * @param seconds that it took
 */
public record ResourceUsage(Map<String, ProcessUsage> before, Map<String, ProcessUsage> after, double seconds) {

    /** Processor milliseconds of all replicas of a service; 0 when none is known. */
    public double cpuMillis(String service) {
        return (cpuSeconds(after, service) - cpuSeconds(before, service)) * 1000;
    }

    /** Bytes that all replicas of a service hold at the end. */
    public long rssBytes(String service) {
        return after.entrySet().stream()
                .filter(each -> isOf(each.getKey(), service))
                .mapToLong(each -> each.getValue().rssBytes())
                .sum();
    }

    private static double cpuSeconds(Map<String, ProcessUsage> readings, String service) {
        return readings.entrySet().stream()
                .filter(each -> isOf(each.getKey(), service))
                .mapToDouble(each -> each.getValue().cpuSeconds())
                .sum();
    }

    private static boolean isOf(String process, String service) {
        return process.equals(service) || process.startsWith(service + "-");
    }
}
