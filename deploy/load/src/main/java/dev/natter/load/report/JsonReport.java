package dev.natter.load.report;

import dev.natter.load.measure.ResourceUsage;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** All figures for programs: each step's by name, and what each process used and held meanwhile. */
final class JsonReport {

    private JsonReport() {}

    static JsonObject of(Machine machine, List<Table> tables) {
        var scenarios = new JsonArray();
        tables.forEach(table -> scenarios.add(scenario(table)));
        return new JsonObject().put("machine", machine.toJson()).put("scenarios", scenarios);
    }

    private static JsonObject scenario(Table table) {
        var steps = new JsonArray();
        table.rows().forEach(row -> steps.add(step(table, row)));
        return new JsonObject()
                .put("id", table.id())
                .put("title", table.title())
                .put("units", units(table))
                .put("steps", steps)
                .put("notes", new JsonArray(table.notes()));
    }

    private static JsonObject units(Table table) {
        var units = new JsonObject();
        table.columns().forEach(column -> units.put(column.name(), column.unit()));
        return units;
    }

    private static JsonObject step(Table table, Table.Row row) {
        var figures = new JsonObject();
        for (var at = 0; at < row.figures().size(); at++) {
            figures.put(table.columns().get(at).name(), row.figures().get(at));
        }
        return new JsonObject()
                .put("step", row.label())
                .put("figures", figures)
                .put("seconds", row.spent().seconds())
                .put("processes", processes(row.spent()));
    }

    private static JsonObject processes(ResourceUsage spent) {
        var processes = new JsonObject();
        spent.after().forEach((name, after) -> {
            var before = spent.before().getOrDefault(name, after);
            processes.put(
                    name,
                    new JsonObject()
                            .put("cpuSeconds", after.cpuSeconds() - before.cpuSeconds())
                            .put("rssBytes", after.rssBytes())
                            .put("rssBytesBefore", before.rssBytes())
                            .put("threads", after.threads()));
        });
        return processes;
    }
}
