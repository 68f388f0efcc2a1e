package dev.natter.chat.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.natter.events.Headers;
import dev.natter.events.Notification;
import dev.natter.events.Topology;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import dev.natter.web.RequestIds;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.rabbitmq.OutgoingRabbitMQMetadata;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Publishes notifications to the work queue of the mail service. */
@ApplicationScoped
@RegisterForReflection(targets = {Notification.class, Notification.Mail.class, Notification.Push.class})
public class Notifications {

    /** The channel in the configuration, and the exchange. */
    static final String CHANNEL = Topology.NOTIFICATIONS;

    private static final int PERSISTENT = 2;
    private static final int MAX_UNCONFIRMED = 256;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MutinyEmitter<Buffer> emitter;
    private final ObjectWriter json;
    private final AtomicInteger unconfirmed = new AtomicInteger();

    Notifications(@Channel(CHANNEL) MutinyEmitter<Buffer> emitter, ObjectMapper mapper) {
        this.emitter = emitter;
        // By the interface, so that the type is written.
        this.json = mapper.writerFor(Notification.class);
    }

    /**
     * Completes when the broker has confirmed it. Fails with 503 after 5 s without a confirm, and at once with too many that
     * are not confirmed; then it may be published all the same.
     */
    public Uni<Void> publish(Notification notification) {
        return Uni.createFrom().deferred(() -> {
            if (unconfirmed.get() >= MAX_UNCONFIRMED) {
                return Uni.createFrom().failure(unavailable());
            }
            unconfirmed.incrementAndGet();
            return emitter.sendMessage(Message.of(encode(notification), Metadata.of(metadata())))
                    .ifNoItem()
                    .after(TIMEOUT)
                    .fail()
                    .onTermination()
                    .invoke(unconfirmed::decrementAndGet)
                    .onFailure()
                    .transform(failure -> unavailable());
        });
    }

    private Buffer encode(Notification notification) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(notification));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot encode " + notification.getClass(), failure);
        }
    }

    private static OutgoingRabbitMQMetadata metadata() {
        var metadata = OutgoingRabbitMQMetadata.builder()
                .withRoutingKey(Topology.NOTIFICATIONS)
                .withContentType("application/json")
                .withDeliveryMode(PERSISTENT);
        var requestId = RequestIds.current();
        if (requestId != null) {
            metadata.withHeader(Headers.REQUEST_ID, requestId);
        }
        return metadata.build();
    }

    private static ApiException unavailable() {
        return ApiException.unavailable(
                ErrorCode.UNAVAILABLE, "Notifications cannot be queued now. Try again shortly.", TIMEOUT);
    }
}
