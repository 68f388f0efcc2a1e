package dev.natter.load.report;

import java.util.ArrayList;
import java.util.List;

/** A table as it stands on a terminal. */
public final class TextReport {

    private TextReport() {}

    /** The whole of it, ended by an empty line. */
    public static String of(Table table) {
        var lines = new ArrayList<List<String>>();
        lines.add(headings(table));
        for (var row : table.rows()) {
            var cells = new ArrayList<>(List.of(row.label()));
            row.figures().forEach(figure -> cells.add(Figures.of(figure)));
            lines.add(cells);
        }
        var text = new StringBuilder("\n== ").append(table.title()).append('\n');
        lines.forEach(line -> append(text, line, lines));
        table.notes().forEach(note -> text.append("   ").append(note).append('\n'));
        return text.toString();
    }

    private static List<String> headings(Table table) {
        var headings = new ArrayList<>(List.of(""));
        table.columns().forEach(column -> headings.add(column.heading()));
        return headings;
    }

    private static void append(StringBuilder text, List<String> line, List<List<String>> all) {
        for (var at = 0; at < line.size(); at++) {
            var column = at;
            var width = all.stream()
                    .mapToInt(each -> each.get(column).length())
                    .max()
                    .orElse(0);
            var space = " ".repeat(width - line.get(at).length());
            text.append(at == 0 ? line.get(at) + space : "  " + space + line.get(at));
        }
        text.append('\n');
    }
}
