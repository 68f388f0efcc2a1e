package dev.natter.chat.replica;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.events.DeliveryEvent;
import dev.natter.events.PresenceEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.jboss.logging.Logger;

/** The bytes of what replicas say to each other. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            PresenceEvent.class,
            PresenceEvent.ReplicaJoined.class,
            PresenceEvent.ReplicaBeat.class,
            PresenceEvent.ReplicaLeft.class,
            PresenceEvent.UsersMoved.class,
            PresenceEvent.UsersMet.class,
            PresenceEvent.Unrecognised.class,
            DeliveryEvent.class,
            DeliveryEvent.FramesPushed.class,
            DeliveryEvent.FramesMissed.class,
            DeliveryEvent.MovesHeard.class,
            DeliveryEvent.ReplicaWelcomed.class,
            DeliveryEvent.Unrecognised.class,
            DeliveryEvent.Push.class
        })
public class ReplicaWire {

    private static final Logger LOG = Logger.getLogger(ReplicaWire.class);

    private final ObjectMapper json;
    private final Counter malformed;

    ReplicaWire(ObjectMapper json, MeterRegistry metrics) {
        this.json = json;
        this.malformed = Counter.builder("natter.replica.malformed")
                .description("Messages of other replicas that could not be read")
                .register(metrics);
    }

    /** Reads an event of {@code presence-fanout}; what cannot be read is counted and becomes {@code Unrecognised}. */
    public PresenceEvent presence(byte[] body) {
        return read(body, PresenceEvent.class, new PresenceEvent.Unrecognised());
    }

    /** Reads an event of {@code chat-delivery}; what cannot be read is counted and becomes {@code Unrecognised}. */
    public DeliveryEvent delivery(byte[] body) {
        return read(body, DeliveryEvent.class, new DeliveryEvent.Unrecognised());
    }

    private <T> T read(byte[] body, Class<T> type, T otherwise) {
        try {
            var read = json.readValue(body, type);
            return read == null ? otherwise : read;
        } catch (IOException failure) {
            malformed.increment();
            // Without the cause: Jackson quotes the source, and that may be what somebody wrote.
            LOG.warnf("A message of another replica is not a %s (%d bytes)", type.getSimpleName(), body.length);
            return otherwise;
        }
    }

    byte[] bytes(Object event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot encode " + event.getClass(), failure);
        }
    }
}
