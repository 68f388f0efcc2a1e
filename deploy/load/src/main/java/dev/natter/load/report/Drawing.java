package dev.natter.load.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A chart as SVG: the steps from left to right, each column as a line scaled to its own highest figure. */
final class Drawing {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 220;
    private static final int MARGIN = 40;
    private static final List<String> COLOURS = List.of("#1f6feb", "#bc4c00", "#1a7f37", "#8250df");

    private Drawing() {}

    static String of(Table table, Chart chart) {
        var lines = IntStream.range(0, chart.ys().size())
                .mapToObj(at -> line(
                        table.column(chart.ys().get(at)), chart.ys().get(at), at, COLOURS.get(at % COLOURS.size())))
                .collect(Collectors.joining());
        return "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%s%s</svg>"
                .formatted(WIDTH, HEIGHT, HtmlReport.escape(table.title()), ticks(table.column(chart.x())), lines);
    }

    private static String ticks(List<Double> xs) {
        return IntStream.range(0, xs.size())
                .mapToObj(at -> String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                        x(at, xs.size()),
                        HEIGHT - 8,
                        Figures.of(xs.get(at))))
                .collect(Collectors.joining());
    }

    private static String line(List<Double> figures, String name, int number, String colour) {
        var most = figures.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        var points = IntStream.range(0, figures.size())
                .mapToObj(at -> x(at, figures.size()) + "," + y(figures.get(at), most))
                .collect(Collectors.joining(" "));
        return """
                <polyline points="%s" fill="none" stroke="%s" stroke-width="2"/>\
                <text x="%d" y="%d" fill="%s">%s (top: %s)</text>""".formatted(
                        points, colour, MARGIN, 14 + 16 * number, colour, HtmlReport.escape(name), Figures.of(most));
    }

    private static int x(int at, int count) {
        return count == 1 ? WIDTH / 2 : MARGIN + at * (WIDTH - 2 * MARGIN) / (count - 1);
    }

    private static int y(double figure, double most) {
        var height = HEIGHT - 2 * MARGIN;
        return HEIGHT - MARGIN + 8 - (most == 0 ? 0 : (int) Math.round(figure / most * height));
    }
}
