package dev.natter.boot.tls;

import io.smallrye.reactive.messaging.ClientCustomizer;
import io.vertx.core.net.TrustOptions;
import io.vertx.rabbitmq.RabbitMQOptions;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Verifies the host name of the broker on every TLS channel. */
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
