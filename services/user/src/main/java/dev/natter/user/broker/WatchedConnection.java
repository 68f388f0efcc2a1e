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
 * Knows whether one outgoing channel has a connection on which publishing makes sense. The client library tells a "metrics
 * collector", and nobody else, of each new connection before anything is published on it, the ones after an outage
 * included; so this is one. It declares what must be there, and only then calls the connection open.
 */
final class WatchedConnection extends NoOpMetricsCollector {

    /** Declares on a fresh connection what messages over it need; blocks, on a thread that may. */
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

    /** Whether a message handed over now can reach the broker. */
    boolean isOpen() {
        var connection = open.get();
        return connection != null && connection.isOpen();
    }

    /** Whether nothing connects, or will, unless somebody sends something; true once for each time that this is so. */
    boolean takeIdle() {
        return idle.getAndSet(false);
    }

    @Override
    public void newConnection(Connection connection) {
        try {
            declaration.declareOn(connection);
        } catch (IOException | TimeoutException failure) {
            // The library tries again with another connection; this one would stay behind.
            connection.abort();
            throw new IllegalStateException("cannot declare what is published to", failure);
        }
        open.set(connection);
    }

    @Override
    public void newChannel(Channel channel) {
        channel.addShutdownListener(cause -> giveUpAfter(cause, channel.getConnection()));
    }

    /**
     * A channel that the broker has closed (its exchange was deleted, say) is replaced by the library, but without its
     * confirms: every later message would wait for one in vain. So its connection is given up, and all is set up anew.
     */
    private void giveUpAfter(ShutdownSignalException cause, Connection connection) {
        if (cause.isHardError() || cause.isInitiatedByApplication() || open.get() != connection) {
            return;
        }
        Log.warnf("the broker closed a channel: %s", cause.getMessage());
        // Not on this thread, which reads from that very connection.
        Infrastructure.getDefaultWorkerPool().execute(() -> {
            connection.abort();
            idle.set(true);
        });
    }
}
