package dev.natter.load.report;

import java.util.Locale;

/** Figures as people read them: three digits that count. */
final class Figures {

    private Figures() {}

    static String of(double figure) {
        if (figure == Math.rint(figure)) {
            return String.format(Locale.ROOT, "%.0f", figure);
        }
        var size = Math.abs(figure);
        var pattern = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, pattern, figure);
    }
}
