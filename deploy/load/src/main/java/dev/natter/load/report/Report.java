package dev.natter.load.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a run found so far; written after each scenario, so that one that is cut short leaves what it had. */
public final class Report {

    private final Machine machine;
    private final Path directory;
    private final List<Table> tables = new ArrayList<>();

    /** @param directory comes into being when it is not there */
    public Report(Machine machine, Path directory) {
        this.machine = machine;
        this.directory = directory;
    }

    /** Adds what a scenario found. */
    public void add(Table table) {
        tables.add(table);
        try {
            Files.createDirectories(directory);
            Files.writeString(
                    directory.resolve("report.json"),
                    JsonReport.of(machine, tables).encodePrettily());
            Files.writeString(directory.resolve("report.html"), HtmlReport.of(machine, tables));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it lies. */
    public Path directory() {
        return directory;
    }
}
