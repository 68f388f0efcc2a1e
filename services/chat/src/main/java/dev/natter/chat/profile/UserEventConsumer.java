package dev.natter.chat.profile;

import static org.eclipse.microprofile.reactive.messaging.Acknowledgment.Strategy.MANUAL;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.natter.events.Headers;
import dev.natter.events.UserEvent;
import dev.natter.events.UserEvent.MissedMailTo;
import dev.natter.web.RequestIds;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.rabbitmq.IncomingRabbitMQMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * Keeps profiles up to date, and ends what belongs to a session that has ended. An event is acknowledged after it is kept; one that cannot be kept is tried again with growing
 * pauses, unacknowledged, and goes back to the queue in the end: repetition is harmless, loss is not. A malformed one is
 * acknowledged and counted.
 */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            UserEvent.class,
            UserEvent.Registered.class,
            UserEvent.Changed.class,
            UserEvent.Settings.class,
            UserEvent.MissedMailTo.class,
            UserEvent.Renamed.class,
            UserEvent.Deleted.class,
            UserEvent.SessionEnded.class,
            UserEvent.Unrecognised.class
        })
class UserEventConsumer {

    private static final String COUNTER = "natter.user.events";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    /** Well within the half hour after which RabbitMQ gives up a consumer that does not acknowledge. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final ProfileService profiles;
    private final SessionEndListener sessionEnds;
    private final BrokerClient broker;
    private final ObjectReader reader;
    private final MeterRegistry meters;

    UserEventConsumer(
            ProfileService profiles,
            SessionEndListener sessionEnds,
            BrokerClient broker,
            ObjectMapper mapper,
            MeterRegistry meters) {
        this.profiles = profiles;
        this.sessionEnds = sessionEnds;
        this.broker = broker;
        this.reader = mapper.readerFor(UserEvent.class);
        this.meters = meters;
    }

    /** Whatever becomes of it, the message is answered here and the stream goes on. */
    @Incoming("user-events")
    @Acknowledgment(MANUAL)
    Uni<Void> on(Message<byte[]> message) {
        IncomingRabbitMQMessage<?> arrived = message.unwrap(IncomingRabbitMQMessage.class);
        var channel = broker.consuming(arrived.message.consumerTag());
        var tag = arrived.message.envelope().getDeliveryTag();
        RequestIds.resume(Objects.toString(arrived.getHeaders().get(Headers.REQUEST_ID), null));
        return take(message.getPayload())
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(UserEventConsumer::givenBack)
                .chain(done -> broker.answer(channel, tag, done));
    }

    private static boolean givenBack(Throwable failure) {
        Log.warnf("a user event goes back to the queue: %s", failure.getMessage());
        return false;
    }

    Uni<Void> take(byte[] body) {
        try {
            var event = reader.<@Nullable UserEvent>readValue(body);
            if (event instanceof UserEvent.Registered registered) {
                return keep(
                        profile(registered.userId(), registered.name(), registered.createdAt(), registered.version()));
            }
            if (event instanceof UserEvent.Renamed renamed) {
                return keep(profile(renamed.userId(), renamed.name(), renamed.createdAt(), renamed.version()));
            }
            if (event instanceof UserEvent.Changed changed) {
                return keep(profile(changed));
            }
            if (event instanceof UserEvent.Deleted deleted) {
                return keep(profile(deleted));
            }
            if (event instanceof UserEvent.SessionEnded ended && ended.sessionId() != null) {
                return persist(() -> sessionEnds.ended(ended.sessionId()));
            }
            return count(event == null ? "malformed" : "ignored");
        } catch (IOException | IllegalArgumentException malformed) {
            Log.warnf(
                    "dropped a user event that is malformed: %s",
                    malformed.getClass().getSimpleName());
            return count("malformed");
        }
    }

    /** JSON can leave out what the record's type promises. */
    private static Profile profile(
            @Nullable String id, @Nullable String name, @Nullable Instant createdAt, long version) {
        if (id == null || name == null || createdAt == null) {
            throw new IllegalArgumentException("a profile lacks a part");
        }
        return Profile.of(id, name, createdAt, version);
    }

    private static Profile profile(UserEvent.Changed changed) {
        var bare = profile(changed.userId(), changed.name(), changed.createdAt(), changed.version());
        return new Profile(
                bare.id(),
                bare.name(),
                changed.about(),
                changed.avatar(),
                changed.settings(),
                changed.blocked(),
                missedMailTo(changed.missedMailTo()),
                null,
                bare.createdAt(),
                bare.version());
    }

    private static @Nullable MissedMailTo missedMailTo(@Nullable MissedMailTo to) {
        if (to != null && (to.address() == null || to.unsubscribeToken() == null)) {
            throw new IllegalArgumentException("an address lacks a part");
        }
        return to;
    }

    private static Profile profile(UserEvent.Deleted deleted) {
        var bare = profile(deleted.userId(), Profile.DELETED, deleted.createdAt(), deleted.version());
        return Profile.deleted(bare.id(), bare.createdAt(), bare.version());
    }

    private Uni<Void> keep(Profile profile) {
        return persist(() -> profiles.keep(profile));
    }

    private Uni<Void> persist(Supplier<Uni<Void>> change) {
        return Uni.createFrom()
                .deferred(() -> change.get())
                .onFailure()
                .invoke(failure -> Log.warnf("a user event cannot be applied right now: %s", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(TIMEOUT.toMillis())
                .chain(() -> count("kept"));
    }

    private Uni<Void> count(String outcome) {
        meters.counter(COUNTER, "outcome", outcome).increment();
        return Uni.createFrom().voidItem();
    }
}
