package dev.natter.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.qpid.server.model.SystemConfig;

/** The broker's configuration: two JSON resources, and the numbers in which a laptop differs from a server. */
final class RabbitConfig {
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            // What RabbitMQ knows and this broker does not: x-queue-type, x-dead-letter-exchange and the like.
            Map.entry("queue.behaviourOnUnknownDeclareArgument", "IGNORE"),
            Map.entry("exchange.behaviourOnUnknownDeclareArgument", "IGNORE"),
            // As RabbitMQ does: return an unroutable mandatory message, do not close the channel for it.
            Map.entry("qpid.port.closeWhenNoRoute", "false"),
            // The defaults are made for a server with hundreds of connections; here there are a dozen.
            Map.entry("virtualhost.connectionThreadPool.size", "8"),
            Map.entry("virtualhost.connectionThreadPool.numberOfSelectors", "2"),
            Map.entry("broker.failStartupWithErroredChild", "true"),
            Map.entry("broker.failStartupWithErroredChildScope", "ALL"),
            Map.entry("broker.directByteBufferPoolSize", "64"),
            Map.entry("qpid.broker.networkBufferSize", "65536"));

    private RabbitConfig() {}

    static Map<String, Object> attributes(Path directory, boolean durable, Credentials credentials) {
        var broker = resource("qpid.json").replace("@node-type@", durable ? "JSON" : "Memory");
        var host = resource("qpid-virtualhost.json").replace("@host-type@", durable ? "DERBY" : "Memory");
        var context = new HashMap<>(SETTINGS);
        context.put("natter.username", credentials.username());
        context.put("natter.password", credentials.password());
        context.put("natter.virtualhost", dataUrl(host));
        context.put("natter.data", directory.toAbsolutePath().toString());
        // Without this it puts what it thinks it has to keep into the folder it was started from.
        context.put("qpid.work_dir", directory.resolve("work").toAbsolutePath().toString());
        return Map.of(
                SystemConfig.TYPE,
                "Memory",
                SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
                false,
                SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                dataUrl(broker),
                SystemConfig.CONTEXT,
                context);
    }

    /** The broker takes its configuration from a URL only; this way nothing of it lies on disk. */
    private static String dataUrl(String json) {
        return "data:;base64," + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(RabbitConfig.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
