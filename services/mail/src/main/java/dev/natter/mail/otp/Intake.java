package dev.natter.mail.otp;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import java.time.Duration;

/** What comes in from the broker, without an end. */
final class Intake {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private Intake() {}

    /**
     * The same stream, opened again whenever it ends. A lost connection does not end it, the connector sees to that; a
     * consumer that the broker cancels (because the queue was deleted, or has moved) does.
     */
    static <T> Multi<T> unending(Multi<T> messages) {
        return messages.onCompletion()
                .failWith(() -> new IllegalStateException("the broker has cancelled the consumer"))
                .onFailure()
                .invoke(failure -> Log.warnf("the stream of messages has ended and is opened again: %s", failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }
}
