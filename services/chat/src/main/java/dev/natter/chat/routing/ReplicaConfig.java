package dev.natter.chat.routing;

import io.smallrye.config.ConfigMapping;

/** The identity of this replica. */
@ConfigMapping(prefix = "natter.replica")
public interface ReplicaConfig {

    /**
     * Names this process and is the routing key of its queue. Drawn at each start, so that frames addressed to a predecessor
     * reach no connection.
     */
    String id();
}
