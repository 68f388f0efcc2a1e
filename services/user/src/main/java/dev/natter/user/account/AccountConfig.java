package dev.natter.user.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits on changes of accounts. */
@ConfigMapping(prefix = "natter.account")
interface AccountConfig {

    /** Maximum changes of profile, settings, blocks and address by one user a minute. */
    @WithDefault("60")
    int changesPerMinute();
}
