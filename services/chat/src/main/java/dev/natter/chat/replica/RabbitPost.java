package dev.natter.chat.replica;

import dev.natter.events.DeliveryEvent;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

@ApplicationScoped
class RabbitPost implements Post {

    private final Sending sending;

    RabbitPost(BrokerLink link, ReplicaWire wire, @Channel(ChannelLink.DELIVERY_OUT) Emitter<Buffer> emitter) {
        this.sending = new Sending(link, wire, emitter);
    }

    @Override
    public void send(String replicaId, DeliveryEvent event, Settled settled) {
        sending.send(replicaId, event, settled);
    }
}
