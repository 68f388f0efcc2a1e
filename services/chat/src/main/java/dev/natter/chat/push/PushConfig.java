package dev.natter.chat.push;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Web Push. Without a key nothing is pushed. */
@ConfigMapping(prefix = "natter.push")
interface PushConfig {

    /** The public VAPID key, base64url; the mail service has the pair. */
    Optional<String> publicKey();

    /** Browsers of one user; a further one replaces the one that subscribed first. */
    @WithDefault("10")
    int subscriptions();

    /** Subscriptions that one user may make in an hour. */
    @WithDefault("60")
    int subscriptionsPerHour();

    /** The time between two notifications of one conversation to one user. */
    @WithDefault("3s")
    Duration pause();

    /** How long a push service keeps a message for a browser that is away. */
    @WithDefault("7d")
    Duration timeToLive();

    /** Allows endpoints without TLS and on private addresses, for tests. */
    @WithDefault("false")
    boolean privateEndpoints();
}
