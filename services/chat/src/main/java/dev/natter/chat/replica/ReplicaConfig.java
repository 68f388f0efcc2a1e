package dev.natter.chat.replica;

import io.smallrye.config.ConfigMapping;

/** Who this replica is. */
@ConfigMapping(prefix = "natter.replica")
public interface ReplicaConfig {

    /**
     * The name of this process among the replicas and the routing key of its queue on {@code chat-delivery}: drawn anew at
     * each start, so that what was meant for a predecessor reaches nobody.
     */
    String id();
}
