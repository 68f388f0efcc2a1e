package dev.natter.user.broker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of publishing. */
@ConfigMapping(prefix = "natter.broker")
interface BrokerConfig {

    /** Maximum number of unconfirmed messages of one kind; further ones fail at once. */
    @WithDefault("512")
    int maxUnconfirmed();
}
