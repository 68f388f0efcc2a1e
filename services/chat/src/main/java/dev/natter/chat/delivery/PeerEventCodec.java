package dev.natter.chat.delivery;

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
import org.jspecify.annotations.Nullable;

/** Encodes and decodes the events between replicas. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            PresenceEvent.class,
            PresenceEvent.PresenceChanged.class,
            PresenceEvent.MembersChanged.class,
            PresenceEvent.ProfileChanged.class,
            PresenceEvent.Unrecognised.class,
            DeliveryEvent.class,
            DeliveryEvent.FramesPushed.class,
            DeliveryEvent.FramesMissed.class,
            DeliveryEvent.Unrecognised.class,
            DeliveryEvent.Push.class,
            DeliveryEvent.Version.class
        })
public class PeerEventCodec {

    private static final Logger LOG = Logger.getLogger(PeerEventCodec.class);

    private final ObjectMapper json;
    private final Counter malformed;

    PeerEventCodec(ObjectMapper json, MeterRegistry metrics) {
        this.json = json;
        this.malformed = Counter.builder("natter.replica.malformed")
                .description("Events of other replicas that could not be decoded")
                .register(metrics);
    }

    /** Decodes an event; a malformed one is counted, and null. */
    public <T> @Nullable T decode(byte[] body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (IOException failure) {
            malformed.increment();
            // Without the cause: Jackson quotes the source, which may hold a message's text.
            LOG.warnf("An event of another replica is not a %s (%d bytes)", type.getSimpleName(), body.length);
            return null;
        }
    }

    byte[] encode(Object event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot encode " + event.getClass(), failure);
        }
    }
}
