package dev.natter.chat.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The open connections of this replica. The oldest connection of a user makes room for one too many. */
// At startup, so that the gauge exists before the first connection.
@Startup
@ApplicationScoped
public class Connections {

    private final DeliveryConfig config;
    private final DeliveryMetrics metrics;
    private final ConcurrentMap<String, ClientConnection> byId = new ConcurrentHashMap<>();
    /** Oldest first; the lists are replaced, never changed. */
    private final ConcurrentMap<String, List<ClientConnection>> byUser = new ConcurrentHashMap<>();

    private volatile CompletableFuture<Void> empty = new CompletableFuture<>();

    Connections(DeliveryConfig config, DeliveryMetrics metrics, MeterRegistry registry) {
        this.config = config;
        this.metrics = metrics;
        registry.gauge("natter.socket.connections", byId, ConcurrentMap::size);
    }

    /** Adds a connection, for which frames are queued from now on; {@code context} runs tasks in order on its own thread. */
    public ClientConnection open(String id, String userId, Executor context) {
        var connection = new ClientConnection(id, userId, context, config, metrics);
        byId.put(id, connection);
        var all = byUser.merge(userId, List.of(connection), Connections::joined);
        // Most likely the oldest ones belong to a device that lost its network, and are not known to be gone yet.
        all.stream()
                .limit(Math.max(0, all.size() - config.connectionsPerUser()))
                .forEach(oldest -> oldest.close(CloseCode.TOO_MANY_CONNECTIONS));
        return connection;
    }

    /** The connection is closed; true the first time. */
    public boolean gone(String id) {
        var connection = byId.remove(id);
        if (connection == null) {
            return false;
        }
        byUser.computeIfPresent(connection.userId(), (user, all) -> without(all, connection));
        connection.gone();
        if (byId.isEmpty()) {
            empty.complete(null);
        }
        return true;
    }

    /** Completes when no connection is open; for a replica that accepts no more of them. */
    public CompletionStage<Void> empty() {
        var next = new CompletableFuture<Void>();
        empty = next;
        if (byId.isEmpty()) {
            next.complete(null);
        }
        return next;
    }

    public Collection<ClientConnection> of(String userId) {
        return byUser.getOrDefault(userId, List.of());
    }

    public Collection<ClientConnection> all() {
        return byId.values();
    }

    public @Nullable ClientConnection find(String id) {
        return byId.get(id);
    }

    public boolean isFull() {
        return byId.size() >= config.connections();
    }

    private static List<ClientConnection> joined(List<ClientConnection> all, List<ClientConnection> more) {
        return Stream.concat(all.stream(), more.stream()).toList();
    }

    private static @Nullable List<ClientConnection> without(List<ClientConnection> all, ClientConnection gone) {
        var rest = all.stream().filter(connection -> connection != gone).toList();
        return rest.isEmpty() ? null : rest;
    }
}
