package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.log.Entry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Delivers a stored message: {@code sent} to the connection it came on, {@code message} to all others of all members. */
@ApplicationScoped
class PublishMessage {

    private final Delivery delivery;
    private final Counter stored;

    PublishMessage(Delivery delivery, MeterRegistry metrics) {
        this.delivery = delivery;
        this.stored = Counter.builder("natter.messages.stored")
                .description("Messages stored, each once")
                .register(metrics);
    }

    Uni<Void> handle(Entry entry, Collection<String> memberIds, @Nullable String originConnectionId) {
        stored.increment();
        var message = message(entry);
        if (originConnectionId == null) {
            delivery.deliver(memberIds, new MessageFrame(message));
        } else {
            delivery.deliver(memberIds, new MessageFrame(message), originConnectionId, new SentFrame(message));
        }
        return Uni.createFrom().voidItem();
    }

    /** The message of an entry that is known to be one. */
    static MessageView message(Entry entry) {
        return ((Entry.MessageSent) entry).message();
    }
}
