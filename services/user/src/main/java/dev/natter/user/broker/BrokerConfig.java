package dev.natter.user.broker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of what is on its way to the broker. */
@ConfigMapping(prefix = "natter.broker")
interface BrokerConfig {

    /** How many messages of one kind may wait for their confirm; more are refused at once. */
    @WithDefault("512")
    int maxUnconfirmed();
}
