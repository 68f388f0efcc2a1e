package dev.natter.user.otp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** One-time passwords: how long, how often, how many. */
@ConfigMapping(prefix = "natter.otp")
interface OtpConfig {

    /** Keys the hashes of codes: base64 of at least 32 random bytes. Changing it makes the codes of the moment worthless. Required. */
    OtpPepper pepper();

    /** How long a code is good for. */
    @WithDefault("5m")
    Duration lifetime();

    /** How many wrong tries kill a challenge. */
    @WithDefault("5")
    int tries();

    /** How many wrong tries within 24 hours, over all its challenges, lock an address for browsers that it does not know. */
    @WithDefault("100")
    int dailyTries();

    /** How many wrong tries within 24 hours lock an address for one browser that has signed in to it before. */
    @WithDefault("10")
    int deviceDailyTries();

    /** How long after one mail to an address another may be asked for. */
    @WithDefault("60s")
    Duration resendInterval();

    /** How many mails may be asked for within an hour, for one address; for it by one browser that it knows, as many more. */
    @WithDefault("10")
    int addressHourlyLimit();

    /** How many mails may be asked for within an hour, from one network (IPv4 address or IPv6 /64). */
    @WithDefault("100")
    int networkHourlyLimit();

    /** How many mails may be asked for within 24 hours, from one network. */
    @WithDefault("1000")
    int networkDailyLimit();

    /** How long a request waits for the broker to confirm that it has the mail. */
    @WithDefault("3s")
    Duration confirmPatience();
}
