package dev.natter.mail.push;

import dev.natter.events.PushEnded;
import io.quarkus.logging.Log;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Publishes that subscriptions have ended, so that the chat service forgets them. */
@Singleton
@RegisterForReflection(targets = PushEnded.class)
class EndedSubscriptions {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MutinyEmitter<Buffer> events;

    EndedSubscriptions(@Channel("push-ended") MutinyEmitter<Buffer> events) {
        this.events = events;
    }

    /** Never fails: when the broker does not take it, the next notification for the subscription finds the same. */
    Uni<Void> publish(String subscriptionId) {
        return events.send(JsonObject.of("subscriptionId", subscriptionId).toBuffer())
                .ifNoItem()
                .after(TIMEOUT)
                .fail()
                .onFailure()
                .invoke(failure ->
                        Log.warnf("The end of a push subscription is not published: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
