package dev.natter.user.broker;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.NoOpMetricsCollector;
import com.rabbitmq.client.ShutdownSignalException;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Tracks whether one outgoing channel has a usable connection. The client library reports new connections, reconnects
 * included, only to a metrics collector and before anything is published; so this is one. It declares what the channel
 * needs, and only then reports the connection as open.
 */
final class WatchedConnection extends NoOpMetricsCollector {

    /** Declares the queues and exchanges of the channel on a new connection. Blocks. */
    @FunctionalInterface
    interface Declaration {
        void declareOn(Connection connection) throws IOException, TimeoutException;
    }

    private final Declaration declaration;
    private final AtomicReference<@Nullable Connection> open = new AtomicReference<>();
    private final AtomicBoolean idle = new AtomicBoolean(true);

    WatchedConnection(Declaration declaration) {
        this.declaration = declaration;
    }

    /** Whether a message published now can reach the broker. */
    boolean isOpen() {
        var connection = open.get();
        return connection != null && connection.isOpen();
    }

    /** Whether the channel has no connection and is not opening one; true once for each such state. */
    boolean takeIdle() {
        return idle.getAndSet(false);
    }

    @Override
    public void newConnection(Connection connection) {
        try {
            declaration.declareOn(connection);
        } catch (IOException | TimeoutException failure) {
            // The library opens another connection; this one would leak.
            connection.abort();
            throw new IllegalStateException("cannot declare the exchanges and queues", failure);
        }
        open.set(connection);
    }

    @Override
    public void newChannel(Channel channel) {
        channel.addShutdownListener(cause -> giveUpAfter(cause, channel.getConnection()));
    }

    /**
     * The library replaces a channel that the broker has closed (because its exchange was deleted, for example), but
     * without confirms: every later message would wait for one in vain. So the connection is closed and set up again.
     */
    private void giveUpAfter(ShutdownSignalException cause, Connection connection) {
        if (cause.isHardError() || cause.isInitiatedByApplication() || open.get() != connection) {
            return;
        }
        Log.warnf("the broker closed a channel: %s", cause.getMessage());
        // Not on this thread, which reads from that connection.
        Infrastructure.getDefaultWorkerPool().execute(() -> {
            connection.abort();
            idle.set(true);
        });
    }
}
