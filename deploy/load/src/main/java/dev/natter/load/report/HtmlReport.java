package dev.natter.load.report;

import java.util.List;
import java.util.stream.Collectors;

/** One page that needs nothing else. */
final class HtmlReport {

    private static final String STYLE =
            "body{font:15px system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
                    + "table{border-collapse:collapse}td,th{padding:.2rem .7rem;text-align:right;border-bottom:1px solid #ddd}"
                    + "td:first-child{text-align:left}svg{max-width:40rem;font-size:11px;display:block;margin:1rem 0}";

    private HtmlReport() {}

    static String of(Machine machine, List<Table> tables) {
        var sections = tables.stream().map(HtmlReport::section).collect(Collectors.joining());
        return """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Natter: load</title>\
                <style>%s</style><h1>Natter: load</h1><p>%s</p>%s</html>
                """.formatted(STYLE, escape(machine.toString()), sections);
    }

    private static String section(Table table) {
        var headings = table.columns().stream()
                .map(column -> "<th>" + escape(column.heading()) + "</th>")
                .collect(Collectors.joining());
        var rows = table.rows().stream().map(HtmlReport::row).collect(Collectors.joining());
        var notes = table.notes().stream()
                .map(note -> "<p>" + escape(note) + "</p>")
                .collect(Collectors.joining());
        var drawing = table.chart()
                .filter(chart -> table.rows().size() > 1)
                .map(chart -> Drawing.of(table, chart))
                .orElse("");
        return "<h2>%s</h2><table><tr><th></th>%s</tr>%s</table>%s%s"
                .formatted(escape(table.title()), headings, rows, drawing, notes);
    }

    private static String row(Table.Row row) {
        var figures = row.figures().stream()
                .map(figure -> "<td>" + Figures.of(figure) + "</td>")
                .collect(Collectors.joining());
        return "<tr><td>" + escape(row.label()) + "</td>" + figures + "</tr>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
