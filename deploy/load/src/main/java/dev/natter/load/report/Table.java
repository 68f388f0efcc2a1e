package dev.natter.load.report;

import dev.natter.load.measure.ResourceUsage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What one scenario found, a row for each step of it. */
public final class Table {

    private final String id;
    private final String title;
    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Optional<Chart> chart;

    /**
     * One step.
     *
     * @param figures in the order of the columns
     * @param spent by each process meanwhile
     */
    public record Row(String label, List<Double> figures, ResourceUsage spent) {
        public Row {
            figures = List.copyOf(figures);
        }
    }

    public Table(String id, String title, List<Column> columns, Optional<Chart> chart) {
        this.id = id;
        this.title = title;
        this.columns = List.copyOf(columns);
        this.chart = chart;
    }

    /** Adds a step; there must be a figure for each column. */
    public void add(String label, ResourceUsage spent, double... figures) {
        if (figures.length != columns.size()) {
            throw new IllegalArgumentException(id + " has " + columns.size() + " columns, not " + figures.length);
        }
        var list = new ArrayList<Double>();
        for (var figure : figures) {
            list.add(figure);
        }
        rows.add(new Row(label, list, spent));
    }

    /** Adds a sentence about what the figures mean, or why some are missing. */
    public void note(String sentence) {
        notes.add(sentence);
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public List<Column> columns() {
        return columns;
    }

    public List<Row> rows() {
        return Collections.unmodifiableList(rows);
    }

    public List<String> notes() {
        return Collections.unmodifiableList(notes);
    }

    Optional<Chart> chart() {
        return chart;
    }

    /** The figures of one column, row by row. */
    List<Double> column(String name) {
        var at = columns.stream().map(Column::name).toList().indexOf(name);
        return rows.stream().map(row -> row.figures().get(at)).toList();
    }
}
