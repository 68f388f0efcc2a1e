package dev.natter.chat.replica;

import dev.natter.events.PresenceEvent;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

@ApplicationScoped
class RabbitFanout implements Fanout {

    private final Sending sending;

    RabbitFanout(BrokerLink link, ReplicaWire wire, @Channel(ChannelLink.FANOUT_OUT) Emitter<Buffer> emitter) {
        this.sending = new Sending(link, wire, emitter);
    }

    @Override
    public void tell(PresenceEvent event) {
        sending.send("", event, confirmed -> {});
    }
}
