package dev.natter.local.servers;

import org.apache.qpid.server.model.Broker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes back the hook by which the broker stops itself as soon as the JVM is asked to end.
 *
 * <p>All hooks run at once, so with it the broker would be gone before whoever uses it has finished; it offers no
 * setting for this. Its owner closes it in his own time.
 */
final class BrokerShutdownHook {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerShutdownHook.class);

    private BrokerShutdownHook() {}

    static void remove(Broker<?> broker) {
        try {
            for (Class<?> type = broker.getClass(); type != null; type = type.getSuperclass()) {
                if (type.getSimpleName().equals("BrokerImpl")) {
                    var field = type.getDeclaredField("_shutdownHook");
                    field.setAccessible(true);
                    Runtime.getRuntime().removeShutdownHook((Thread) field.get(broker));
                    return;
                }
            }
            LOG.warn("found no shutdown hook in the message broker: it will stop before its users do");
        } catch (ReflectiveOperationException e) {
            LOG.warn("found no shutdown hook in the message broker: it will stop before its users do", e);
        }
    }
}
