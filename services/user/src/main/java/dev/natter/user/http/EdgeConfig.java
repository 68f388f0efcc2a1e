package dev.natter.user.http;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the service must be told about the world in front of it. */
@ConfigMapping(prefix = "natter")
public interface EdgeConfig {

    /** The origin under which browsers reach Natter, such as https://chat.example.com. Required. */
    PublicOrigin publicOrigin();

    /** The secret that Natter's services show one another, at least 32 characters. Required. */
    InternalToken internalToken();

    /** Addresses and CIDR blocks of the proxies whose X-Forwarded-For is believed, separated by commas. Default: none. */
    Optional<TrustedProxies> trustedProxies();
}
