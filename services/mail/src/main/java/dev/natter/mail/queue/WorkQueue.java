package dev.natter.mail.queue;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * Consumes a work queue. A message is acknowledged when its work is done, and dead-lettered when it never will be; a message
 * whose channel has closed is neither, because the broker redelivers it. Works on as many messages at once as the prefetch
 * allows; no message can end the stream.
 *
 * @param <T> what a message is decoded to
 */
public final class WorkQueue<T> {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration SLOWEST_RETRY = Duration.ofSeconds(15);

    private final Worker<T> worker;
    private final ConsumerChannels channels;
    private final UnackedMessages unacked;
    private final QueueTelemetry telemetry;
    private final int concurrency;

    WorkQueue(
            Worker<T> worker,
            ConsumerChannels channels,
            UnackedMessages unacked,
            QueueTelemetry telemetry,
            int concurrency) {
        this.worker = worker;
        this.channels = channels;
        this.unacked = unacked;
        this.telemetry = telemetry;
        this.concurrency = concurrency;
    }

    /** What is done with messages of one queue. */
    public interface Worker<T> {

        /** Decodes a message; throws a {@link DeadLetterException} when it is malformed. */
        T read(byte[] payload);

        String id(T work);

        /**
         * Completes when the work is done. Fails with a {@link DeadLetterException} when it never will be, and with a {@link
         * ReleasedException} when an attempt could not begin.
         */
        Uni<Void> handle(T work, Attempts attempts);
    }

    /** The attempts at one message. */
    public interface Attempts {

        /** Whether an attempt may begin; asked before each one. */
        boolean mayBegin();

        /** An attempt has failed and is to be repeated; the recipient is masked. */
        void deferred(String recipient, Throwable failure);
    }

    /** The connector survives a lost connection; a consumer that the broker cancels (queue deleted or moved) is reopened. */
    public Multi<Message<String>> consume(Multi<Message<byte[]>> messages) {
        return messages.onCompletion()
                .failWith(() -> new IllegalStateException("the broker cancelled the consumer"))
                .onFailure()
                .invoke(failure -> Log.warnf("consuming again: %s", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, SLOWEST_RETRY)
                .indefinitely()
                .onItem()
                .transformToUni(message -> settle(new ReceivedMessage(message, channels, unacked)))
                .merge(concurrency)
                .map(Message::of);
    }

    private Uni<String> settle(ReceivedMessage received) {
        return Uni.createFrom()
                .item(() -> worker.read(received.payload()))
                .invoke(work -> received.identify(worker.id(work)))
                .chain(work -> worker.handle(work, attempts(received)))
                .onItemOrFailure()
                .transformToUni((done, failure) -> settle(received, failure))
                .onFailure()
                .invoke(failure ->
                        Log.warnf("could not acknowledge or reject a message, the broker redelivers it: %s", failure))
                .onFailure()
                .recoverWithNull()
                .eventually(received::finish)
                .replaceWith(received.reference().messageId());
    }

    private Attempts attempts(ReceivedMessage received) {
        return new Attempts() {
            @Override
            public boolean mayBegin() {
                return received.beginAttempt();
            }

            @Override
            public void deferred(String recipient, Throwable failure) {
                received.endAttempt();
                telemetry.retried(received.reference(), recipient, failure);
            }
        };
    }

    private Uni<Void> settle(ReceivedMessage received, @Nullable Throwable failure) {
        if (!received.canBeSettled() || failure instanceof ReleasedException) {
            telemetry.released(received.reference());
            return Uni.createFrom().voidItem();
        }
        if (failure == null) {
            return received.acknowledge().invoke(() -> telemetry.sent(received.reference()));
        }
        var reason = failure instanceof DeadLetterException expected ? expected.reason() : DeadLetterReason.FAULT;
        return received.deadLetter(failure).invoke(() -> telemetry.deadLettered(received.reference(), reason, failure));
    }
}
