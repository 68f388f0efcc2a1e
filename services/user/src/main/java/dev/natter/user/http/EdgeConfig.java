package dev.natter.user.http;

import dev.natter.web.TrustedProxies;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The public origin and the network in front of this service. */
@ConfigMapping(prefix = "natter")
public interface EdgeConfig {

    /** The public origin, such as https://chat.example.com. Required. */
    PublicOrigin publicOrigin();

    /** The secret that internal calls between services carry, at least 32 characters. Required. */
    InternalToken internalToken();

    /** Addresses and CIDR blocks of trusted proxies, separated by commas; X-Forwarded-For of others is ignored. Default: none. */
    Optional<TrustedProxies> trustedProxies();
}
