package dev.natter.chat.message;

import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.delivery.Answer;
import dev.natter.chat.delivery.Delivery;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What follows when a message is stored: its conversation shows it, its sender has read it, the members are told. None of
 * it can make the send fail any more: what is missed, readers make good.
 */
@ApplicationScoped
class TellMembers {

    private final ConversationAccess access;
    private final ReadOwn readOwn;
    private final Delivery delivery;
    private final Counter stored;

    TellMembers(ConversationAccess access, ReadOwn readOwn, Delivery delivery, MeterRegistry metrics) {
        this.access = access;
        this.readOwn = readOwn;
        this.delivery = delivery;
        this.stored = Counter.builder("natter.messages.stored")
                .description("Messages stored, each once")
                .register(metrics);
    }

    /** Hands the message to everybody's connections. */
    Uni<Void> handle(MessageView message, Collection<String> memberIds, @Nullable String originConnectionId) {
        stored.increment();
        return inAnyCase(tell(message, memberIds, originConnectionId));
    }

    /** Brings up to date what shows it. Those who come after it need not wait for that. */
    Uni<Void> settle(MessageView stored) {
        return Uni.combine()
                .all()
                .unis(inAnyCase(access.bringForward(stored)), inAnyCase(readOwn.handle(stored)))
                .discardItems();
    }

    private Uni<Void> tell(MessageView stored, Collection<String> memberIds, @Nullable String originConnectionId) {
        var frame = new MessageFrame(stored);
        return originConnectionId == null
                ? delivery.deliver(memberIds, frame, null)
                : delivery.deliverAndAnswer(memberIds, frame, new Answer(originConnectionId, new SentFrame(stored)));
    }

    private static Uni<Void> inAnyCase(Uni<Void> step) {
        return step.onFailure()
                .invoke(failure -> Log.warnf("a message is stored, but a step after it failed: %s", failure))
                .onFailure()
                .recoverWithNull();
    }
}
