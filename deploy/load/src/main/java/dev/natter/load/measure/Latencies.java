package dev.natter.load.measure;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long things took, from the moment they were due: who starts late because another was slow waited, too. */
public final class Latencies {

    private static final long MOST = TimeUnit.MINUTES.toMicros(10);

    private final Histogram micros = new ConcurrentHistogram(MOST, 3);

    /**
     * One that has ended now.
     *
     * @param due of {@link System#nanoTime()}
     */
    public void sinceDue(long due) {
        micros.recordValue(Math.min(MOST, Math.max(0, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due))));
    }

    /** How many there were. */
    public long count() {
        return micros.getTotalCount();
    }

    /** Milliseconds that so many of a hundred took at most; 0 when there were none. */
    public double percentile(double percent) {
        return count() == 0 ? 0 : micros.getValueAtPercentile(percent) / 1000.0;
    }

    /** Milliseconds of the slowest. */
    public double max() {
        return micros.getMaxValue() / 1000.0;
    }
}
