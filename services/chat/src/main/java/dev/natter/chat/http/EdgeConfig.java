package dev.natter.chat.http;

import dev.natter.web.TrustedProxies;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The network in front of this service. */
@ConfigMapping(prefix = "natter.edge")
interface EdgeConfig {

    /** Addresses and CIDR blocks of trusted proxies, separated by commas; X-Forwarded-For of others is ignored. Default: none. */
    Optional<TrustedProxies> trustedProxies();
}
