package dev.natter.load.stack;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A running Natter.
 *
 * @param app the public origin
 * @param sockets where sockets are opened, in turn: each replica of chat, or the public origin
 * @param inbox where mails arrive
 * @param key the JWK set that signs access tokens
 * @param servers the addresses of the backing servers, by name: {@code rabbitmq}, {@code mongodb}
 * @param pids processes on this machine whose use of processor and memory is reported, by name
 */
public record Target(
        URI app,
        List<URI> sockets,
        Optional<URI> inbox,
        Optional<JsonObject> key,
        Map<String, URI> servers,
        Map<String, Long> pids) {
    public Target {
        sockets = List.copyOf(sockets);
        servers = Map.copyOf(servers);
        pids = Map.copyOf(pids);
    }

    /** A backing server's address, if it is known. */
    public Optional<URI> server(String name) {
        return Optional.ofNullable(servers.get(name));
    }

    /** Leaves the key out: it must not reach a log. */
    @Override
    public String toString() {
        return "Target[app=" + app + "]";
    }
}
