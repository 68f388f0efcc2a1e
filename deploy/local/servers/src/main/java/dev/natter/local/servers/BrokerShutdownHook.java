package dev.natter.local.servers;

import org.apache.qpid.server.model.Broker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the shutdown hook of the broker.
 *
 * <p>All hooks run concurrently, so the broker would stop before its clients have finished; it has no setting for this.
 * Its owner closes it.
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
