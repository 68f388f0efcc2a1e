package dev.natter.user.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits on searching for users. */
@ConfigMapping(prefix = "natter.search")
interface SearchConfig {

    /** Maximum searches of one user a minute. */
    @WithDefault("120")
    int limitPerMinute();
}
