package dev.natter.mail.push;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Web Push. Without keys nothing is pushed. */
@ConfigMapping(prefix = "natter.push")
interface PushConfig {

    /** The public key, base64url; the chat service hands the same one to browsers. */
    Optional<String> publicKey();

    /** The private key, base64url. */
    Optional<String> privateKey();

    /** Where push services reach the operator: {@code mailto:} or {@code https:}. */
    Optional<String> subject();

    /** Maximum time to hand over one notification. */
    Duration timeout();

    /** Connections to one push service; further notifications for it wait. */
    int connections();

    /** Allows endpoints without TLS and on private addresses, for tests. */
    @WithDefault("false")
    boolean privateEndpoints();
}
