package dev.natter.mail.queue;

import dev.natter.events.Headers;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.rabbitmq.IncomingRabbitMQMessage;
import org.eclipse.microprofile.reactive.messaging.Message;

/** An unacknowledged message. */
final class ReceivedMessage {
    private final Message<byte[]> message;
    private final String consumerTag;
    private final ConsumerChannels channels;
    private final UnackedMessages unacked;
    private volatile MessageReference reference;
    private volatile boolean attempting;

    ReceivedMessage(Message<byte[]> message, ConsumerChannels channels, UnackedMessages unacked) {
        var incoming = message.unwrap(IncomingRabbitMQMessage.class);
        this.message = message;
        this.consumerTag = incoming.message.consumerTag();
        this.channels = channels;
        this.unacked = unacked;
        this.reference =
                new MessageReference("", incoming.getHeaders().get(Headers.REQUEST_ID) instanceof String id ? id : "");
        unacked.received();
    }

    byte[] payload() {
        return message.getPayload();
    }

    MessageReference reference() {
        return reference;
    }

    void identify(String messageId) {
        reference = new MessageReference(messageId, reference.requestId());
    }

    /** False when the broker redelivers the message anyway. */
    boolean canBeSettled() {
        return channels.isOpen(consumerTag);
    }

    boolean beginAttempt() {
        attempting = canBeSettled() && unacked.beginAttempt();
        return attempting;
    }

    void endAttempt() {
        if (attempting) {
            attempting = false;
            unacked.attemptEnded();
        }
    }

    Uni<Void> acknowledge() {
        return Uni.createFrom().completionStage(message::ack);
    }

    Uni<Void> deadLetter(Throwable reason) {
        return Uni.createFrom().completionStage(() -> message.nack(reason));
    }

    /** No work on the message is left. */
    void finish() {
        endAttempt();
        unacked.finished();
    }
}
