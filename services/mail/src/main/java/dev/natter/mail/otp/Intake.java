package dev.natter.mail.otp;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What comes in from the broker: without an end, until this worker ends. */
@Singleton
class Intake {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final AtomicReference<Flow.@Nullable Subscription> latest = new AtomicReference<>();
    private final BrokerChannels channels;

    Intake(BrokerChannels channels) {
        this.channels = channels;
    }

    /**
     * The same stream, opened again whenever it ends. A lost connection does not end it, the connector sees to that; a
     * consumer that the broker cancels (because the queue was deleted, or has moved) does.
     */
    <T> Multi<T> unending(Multi<T> messages) {
        return messages.onSubscription()
                .invoke(latest::set)
                .onCompletion()
                .failWith(() -> new IllegalStateException("the broker has cancelled the consumer"))
                .onFailure()
                .invoke(failure -> Log.warnf("the stream of messages has ended and is opened again: %s", failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    /** Lets nothing more in. Blocks until the broker has agreed, which one that has vanished does late or never. */
    void close() {
        var open = latest.get();
        if (open != null) {
            // For the connector not to come back; but it takes its leave of the channel that it consumed on first.
            open.cancel();
        }
        channels.stopConsuming();
    }
}
