package dev.natter.user.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits on finding people. */
@ConfigMapping(prefix = "natter.search")
interface AccountConfig {

    /** How often one user may search within a minute. */
    @WithDefault("120")
    int limitPerMinute();
}
