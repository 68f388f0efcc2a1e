package dev.natter.user.otp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Lifetimes and limits of one-time codes. */
@ConfigMapping(prefix = "natter.otp")
interface OtpConfig {

    /** Keys the hashes of codes: base64 of at least 32 random bytes. Changing it invalidates pending codes. Required. */
    OtpPepper pepper();

    /** Lifetime of a code. */
    @WithDefault("5m")
    Duration lifetime();

    /** Wrong tries that end a challenge. */
    @WithDefault("5")
    int tries();

    /** Wrong tries in 24 hours, over all challenges of an address, that lock it for unknown browsers. */
    @WithDefault("100")
    int dailyTries();

    /** Wrong tries in 24 hours that lock an address for one known browser. */
    @WithDefault("10")
    int deviceDailyTries();

    /** Minimum time between two mails to one address. */
    @WithDefault("60s")
    Duration resendInterval();

    /** Maximum mails an hour to one address; a known browser has the same limit of its own. */
    @WithDefault("10")
    int addressHourlyLimit();

    /** Maximum mails an hour requested from one network (IPv4 address or IPv6 /64). */
    @WithDefault("100")
    int networkHourlyLimit();

    /** Maximum mails in 24 hours requested from one network. */
    @WithDefault("1000")
    int networkDailyLimit();

    /** Maximum time that a request waits for the confirm of its mail. */
    @WithDefault("3s")
    Duration confirmTimeout();
}
