package dev.natter.boot.tls;

import io.smallrye.reactive.messaging.ClientCustomizer;
import io.vertx.core.net.TrustOptions;
import io.vertx.rabbitmq.RabbitMQOptions;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Has every channel that talks TLS see to it that the broker is the one that was named. */
@Singleton
class NamedBroker implements ClientCustomizer<RabbitMQOptions> {

    @Override
    public RabbitMQOptions customize(String channel, Config config, RabbitMQOptions options) {
        if (options.isSsl()) {
            options.setTrustOptions(TrustOptions.wrap(NamedServer.trusted()));
        }
        return options;
    }
}
