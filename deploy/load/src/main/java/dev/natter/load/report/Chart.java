package dev.natter.load.report;

import java.util.List;

/**
 * Which columns of a table to draw.
 *
 * @param x the column along the bottom
 * @param ys the columns drawn above it
 */
public record Chart(String x, List<String> ys) {
    public Chart {
        ys = List.copyOf(ys);
    }
}
