package dev.natter.chat.replica;

import dev.natter.events.Headers;
import dev.natter.web.RequestIds;
import io.smallrye.reactive.messaging.rabbitmq.OutgoingRabbitMQMetadata;
import io.vertx.core.buffer.Buffer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/** One outgoing channel. Sends only over an established link, because the client below keeps without bound what it cannot send. */
final class Sending {

    private static final Logger LOG = Logger.getLogger(Sending.class);

    private static final int PERSISTENT = 2;

    private final BrokerLink link;
    private final ReplicaWire wire;
    private final Emitter<Buffer> emitter;

    Sending(BrokerLink link, ReplicaWire wire, Emitter<Buffer> emitter) {
        this.link = link;
        this.wire = wire;
        this.emitter = emitter;
    }

    void send(String routingKey, Object event, Post.Settled settled) {
        if (!link.isUp()) {
            settled.now(false);
            return;
        }
        try {
            emitter.send(Message.of(
                    Buffer.buffer(wire.bytes(event)),
                    Metadata.of(properties(routingKey)),
                    () -> done(settled, true),
                    failure -> done(settled, false)));
        } catch (IllegalStateException refused) {
            // The channel is closing, or not subscribed yet.
            LOG.debugf("Not sent: %s", refused.getMessage());
            settled.now(false);
        }
    }

    private static CompletionStage<Void> done(Post.Settled settled, boolean confirmed) {
        settled.now(confirmed);
        return CompletableFuture.completedStage(null);
    }

    private static OutgoingRabbitMQMetadata properties(String routingKey) {
        var requestId = RequestIds.current();
        return OutgoingRabbitMQMetadata.builder()
                .withRoutingKey(routingKey)
                .withContentType("application/json")
                .withDeliveryMode(PERSISTENT)
                .withHeader(
                        Headers.REQUEST_ID,
                        requestId == null ? UUID.randomUUID().toString() : requestId)
                .build();
    }
}
