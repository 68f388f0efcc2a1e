package dev.natter.chat.routing;

import io.smallrye.config.ConfigMapping;

/** The identity of this replica. */
@ConfigMapping(prefix = "natter.replica")
public interface ReplicaConfig {

    /**
     * Names this process among the replicas and is the routing key of its queue on {@code chat-delivery}. Drawn at each
     * start, so that frames addressed to a predecessor reach nobody.
     */
    String id();
}
