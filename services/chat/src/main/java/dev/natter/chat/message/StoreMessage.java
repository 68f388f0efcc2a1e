package dev.natter.chat.message;

import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.Place;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/**
 * Stores a draft in the place it has taken. When another send of the same message was first (on another replica), its
 * place is given up at once; when a reader has given the place up, because it took too long, it takes another.
 */
@ApplicationScoped
class StoreMessage {

    private static final int TRIES = 3;
    private static final Duration WORTH_ANOTHER_TRY = Duration.ofSeconds(1);

    private final Messages messages;
    private final ConversationAccess access;
    private final Clock clock;

    StoreMessage(Messages messages, ConversationAccess access, Clock clock) {
        this.messages = messages;
        this.access = access;
        this.clock = clock;
    }

    Uni<SendOutcome> handle(Draft draft, Place place) {
        return store(draft, place, TRIES);
    }

    private Uni<SendOutcome> store(Draft draft, Place place, int tries) {
        var message = draft.at(place);
        return messages.add(message)
                .chain(added -> added
                        ? Uni.createFrom().item(new SendOutcome.Stored(message))
                        : messages.find(draft.key())
                                .chain(first -> first == null ? another(draft, tries - 1) : settle(first, message)));
    }

    private Uni<SendOutcome> another(Draft draft, int tries) {
        if (tries == 0) {
            return Uni.createFrom()
                    .failure(Refusal.unavailable(
                            ErrorCode.STORE_SLOW, "The message could not be stored in time.", WORTH_ANOTHER_TRY));
        }
        var key = draft.key();
        return access.takePlace(key.conversationId(), key.senderId(), clock.instant())
                .chain(place -> store(draft, place, tries));
    }

    private Uni<SendOutcome> settle(MessageView first, MessageView message) {
        if (first.id().equals(message.id())) {
            // Ours: the driver had to repeat the insert, and the first one had arrived.
            return Uni.createFrom().item(new SendOutcome.Stored(message));
        }
        return messages.giveUp(message.conversationId(), Set.of(message.seq()))
                .onFailure()
                .invoke(failure -> Log.debugf("a number is left for a reader to give up: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWith(new SendOutcome.AlreadyStored(first));
    }
}
