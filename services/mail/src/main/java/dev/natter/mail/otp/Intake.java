package dev.natter.mail.otp;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The tap between the broker and this worker: kept open whatever the broker does, closed when this worker ends. */
@ApplicationScoped
class Intake {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
    private volatile boolean closed;

    /**
     * The same stream, without an end. A lost connection does not end it, the connector sees to that; a consumer that the
     * broker cancels (the queue was deleted, or has moved) does.
     */
    <T> Multi<T> keepOpen(Multi<T> messages) {
        return messages.onSubscription()
                .invoke(this::opened)
                .onCompletion()
                .failWith(() -> new IllegalStateException("the broker has cancelled the consumer"))
                .onFailure()
                .invoke(failure -> Log.warnf("the stream of messages ended and is opened again: %s", failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private void opened(Flow.Subscription opened) {
        subscription.set(opened);
        if (closed) {
            opened.cancel();
        }
    }

    /** Tells the broker to send no more. */
    void close() {
        closed = true;
        var open = subscription.get();
        if (open != null) {
            open.cancel();
        }
    }
}
