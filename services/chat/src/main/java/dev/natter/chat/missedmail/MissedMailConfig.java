package dev.natter.chat.missedmail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Mails about missed messages. */
@ConfigMapping(prefix = "natter.missed-mail")
interface MissedMailConfig {

    /** The public origin, with which links begin. */
    String origin();

    /** How long a user is offline before a mail. */
    @WithDefault("1h")
    Duration after();

    /** The time between two mails to one user. */
    @WithDefault("1d")
    Duration pause();

    /** How often each replica looks for users who are due. */
    @WithDefault("1m")
    Duration sweep();
}
