package dev.natter.chat.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long leases live, and how long this replica waits for Redis. */
@ConfigMapping(prefix = "natter.routing")
public interface RoutingConfig {

    /** How long a lease lives after its last renewal; how long it takes to notice that a replica was killed. */
    @WithDefault("45s")
    Duration lease();

    /** How often this replica renews its leases. */
    @WithDefault("15s")
    Duration renewal();

    /** How long a user stays online after the last connection closed: as long as a page takes to reload. */
    @WithDefault("5s")
    Duration grace();

    /** How long after a sign-out a closing connection is taken as final, so that its user is offline at once. */
    @WithDefault("10s")
    Duration signedOut();

    /** How long writing leases may take. */
    @WithDefault("2s")
    Duration writeTimeout();

    /** How long looking up routes may take before this replica broadcasts instead. */
    @WithDefault("500ms")
    Duration lookupTimeout();

    /** How long this replica keeps broadcasting after Redis is back, so that all replicas can renew their leases. */
    @WithDefault("5s")
    Duration recovery();
}
