package dev.natter.user.http;

import dev.natter.web.CallerNetwork;
import dev.natter.web.TrustedProxies;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Tells networks apart behind the proxies in front of this service. */
@Singleton
class CallerNetworkProducer {

    @Produces
    @Singleton
    CallerNetwork callerNetwork(EdgeConfig config) {
        return new CallerNetwork(config.trustedProxies().orElseGet(() -> TrustedProxies.of("")));
    }
}
