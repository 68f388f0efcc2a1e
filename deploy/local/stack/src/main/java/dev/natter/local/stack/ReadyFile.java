package dev.natter.local.stack;

import dev.natter.local.stack.server.ServerProcess;
import dev.natter.local.stack.service.ServiceKind;
import dev.natter.local.stack.service.Services;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** A file with the addresses and process ids, written once everything runs and whenever a process has been replaced. */
final class ReadyFile {
    private final Path file;
    private final JsonObject fixed;
    private final List<ServerProcess> processes;

    ReadyFile(Path file, URI app, URI inbox, Map<String, URI> servers, List<ServerProcess> processes) {
        this.file = file;
        this.processes = List.copyOf(processes);
        var addresses = new JsonObject();
        servers.forEach((name, url) -> addresses.put(name, url.toString()));
        this.fixed = new JsonObject()
                .put("app", app.toString())
                .put("inbox", inbox.toString())
                .put("servers", addresses);
    }

    /** Atomically, so that readers never see half of it. */
    synchronized void write(Services services) {
        var content = fixed.copy();
        services.urls()
                .forEach((kind, urls) -> content.put(
                        kind.label(),
                        new JsonArray(urls.stream().map(URI::toString).toList())));
        var pids = pids(services.pids());
        processes.forEach(process -> pids.put(process.name(), new JsonArray(List.of(process.pid()))));
        content.put("pids", pids);
        try {
            var unfinished = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(unfinished, content.encodePrettily());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject pids(Map<ServiceKind, List<Long>> pids) {
        var json = new JsonObject();
        pids.forEach((kind, of) -> json.put(kind.label(), new JsonArray(of)));
        return json;
    }
}
