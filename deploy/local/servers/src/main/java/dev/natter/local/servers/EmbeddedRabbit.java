package dev.natter.local.servers;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener.DefaultSystemLauncherListener;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.Port;
import org.apache.qpid.server.model.SystemConfig;
import org.jspecify.annotations.Nullable;

/**
 * An AMQP 0-9-1 broker (Qpid Broker-J) that takes what Natter's services declare on RabbitMQ.
 *
 * <p>The dead-letter wiring of the work queues is made here when the broker is new, because this broker knows
 * RabbitMQ's queue arguments by name only: it ignores them in a declare. The broker's own configuration is not kept, so
 * the credentials are always those given now; queues, bindings and messages are.
 */
final class EmbeddedRabbit implements BackingServer {
    private final SystemLauncher launcher;
    private final Credentials credentials;
    private final int port;

    private EmbeddedRabbit(SystemLauncher launcher, Credentials credentials, int port) {
        this.launcher = launcher;
        this.credentials = credentials;
        this.port = port;
    }

    static EmbeddedRabbit start(Path directory, boolean durable, Credentials credentials) {
        // Derby would write its log into the folder the process was started from.
        System.setProperty(
                "derby.stream.error.file",
                directory.resolve("derby.log").toAbsolutePath().toString());
        var started = new Started();
        var launcher = new SystemLauncher(started);
        try {
            Files.createDirectories(directory);
            launcher.startup(RabbitConfig.attributes(directory, durable, credentials));
            BrokerShutdownHook.remove(started.broker());
            return new EmbeddedRabbit(launcher, credentials, started.port());
        } catch (Exception e) {
            launcher.shutdown();
            throw new IllegalStateException("the message broker did not start", e);
        }
    }

    @Override
    public URI url() {
        return Loopback.url("amqp", credentials, port, "/");
    }

    @Override
    public void close() {
        launcher.shutdown();
    }

    /** Remembers the broker that came up, to ask it for the port it got. */
    private static final class Started extends DefaultSystemLauncherListener {
        private @Nullable SystemConfig<?> system;

        @Override
        public void onContainerResolve(SystemConfig<?> systemConfig) {
            system = systemConfig;
        }

        @Override
        public void errorOnStartup(RuntimeException e) {
            throw e;
        }

        Broker<?> broker() {
            return (Broker<?>)
                    Objects.requireNonNull(system, "no broker came up").getContainer();
        }

        int port() {
            return broker().getPorts().stream()
                    .mapToInt(Port::getBoundPort)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
