package dev.natter.chat.push;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.natter.events.PushEnded;
import io.quarkus.logging.Log;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Forgets subscriptions that have ended. One that is not forgotten ends again with its next notification. */
@ApplicationScoped
@RegisterForReflection(targets = PushEnded.class)
class PushEndedConsumer {

    private final PushSubscriptionRepository subscriptions;
    private final ObjectReader reader;

    PushEndedConsumer(PushSubscriptionRepository subscriptions, ObjectMapper mapper) {
        this.subscriptions = subscriptions;
        this.reader = mapper.readerFor(PushEnded.class);
    }

    @Incoming("push-ended")
    Uni<Void> on(byte[] body) {
        return Uni.createFrom()
                .item(() -> read(body))
                .chain(ended -> subscriptions.remove(ended.subscriptionId()))
                .onFailure()
                .invoke(failure ->
                        Log.warnf("A push subscription that has ended is not removed: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private PushEnded read(byte[] body) {
        try {
            return reader.readValue(body);
        } catch (IOException malformed) {
            throw new IllegalArgumentException("malformed");
        }
    }
}
