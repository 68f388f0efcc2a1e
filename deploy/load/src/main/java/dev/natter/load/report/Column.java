package dev.natter.load.report;

/**
 * What a column of figures tells.
 *
 * @param unit empty for plain numbers
 */
public record Column(String name, String unit) {

    /** Its heading. */
    String heading() {
        return unit.isEmpty() ? name : name + " [" + unit + "]";
    }
}
