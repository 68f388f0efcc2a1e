package dev.natter.chat.message;

import dev.natter.chat.attachment.AttachImage;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.Place;
import dev.natter.chat.store.Ids;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends a message: stores it once, numbered, and tells every connection of every member but the one it came on.
 *
 * <p><strong>Order.</strong> A send takes its place when the returned Uni is subscribed. Sends of one conversation on one
 * replica get their {@code seq} in the order of subscription, without waiting for each other to be stored; and the others
 * see their {@code message} frames in that order. So a connection that subscribes its sends in the order they came (all at
 * once, not one after the other) has them numbered in that order, and its outcomes complete in that order too, but for
 * refusals, which come at once. A send that fails with 503 does not hold back the ones behind it: repeated with the same
 * {@code clientMessageId}, it takes a later place (or turns out to be stored).
 *
 * <p><strong>Failures</strong> are {@link dev.natter.web.Refusal}s: 400 for a malformed message, 404 for a conversation
 * that is not the sender's, 422 for an image that is not there or unfit, 503 when the store is away or the conversation has too
 * many sends waiting. After a 503 the message may or may not be stored; repeating it is always safe.
 */
@ApplicationScoped
public class SendMessage {

    private static final Duration WORTH_ANOTHER_TRY = Duration.ofSeconds(1);

    private final Messages messages;
    private final ConversationAccess access;
    private final AttachImage attachImage;
    private final StoreMessage storeMessage;
    private final TellMembers tellMembers;
    private final MessageLimits limits;
    private final Ids ids;
    private final Clock clock;

    private final UnderWay<Draft.Key, SendOutcome> underWay = new UnderWay<>();
    private final Turns<Draft.Author> pictures = new Turns<>();
    private final Turns<String> numbers = new Turns<>();
    private final Turns<String> tellings = new Turns<>();

    SendMessage(
            Messages messages,
            ConversationAccess access,
            AttachImage attachImage,
            StoreMessage storeMessage,
            TellMembers tellMembers,
            MessageLimits limits,
            Ids ids,
            Clock clock) {
        this.messages = messages;
        this.access = access;
        this.attachImage = attachImage;
        this.storeMessage = storeMessage;
        this.tellMembers = tellMembers;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    /** Completes once the message is stored durably and handed to {@code Delivery}. */
    public Uni<SendOutcome> handle(SendMessageCommand command) {
        return Uni.createFrom().deferred(() -> {
            var draft = Draft.of(command, ids.next(), limits.maxTextLength());
            return underWay.join(
                    draft.key(),
                    () -> send(draft, command.originConnectionId()),
                    first -> new SendOutcome.AlreadyStored(first.message()));
        });
    }

    private Uni<SendOutcome> send(Draft draft, @Nullable String originConnectionId) {
        var conversationId = draft.key().conversationId();
        var author = draft.author();
        var waiting = numbers.length(conversationId) + tellings.length(conversationId) + pictures.length(author);
        if (waiting >= limits.maxWaiting()) {
            throw busy();
        }
        var sentBefore = messages.find(draft.key()).memoize().indefinitely();
        return draft.imageId() == null && pictures.length(author) == 0
                ? numbered(draft, sentBefore, originConnectionId)
                : behindPictures(draft, sentBefore, originConnectionId);
    }

    /**
     * An image takes a while to be looked at. What its sender sends meanwhile waits for it, to keep the order; the others
     * do not. The line moves on as soon as this send has its place in the next one.
     */
    private Uni<SendOutcome> behindPictures(
            Draft draft, Uni<@Nullable MessageView> sentBefore, @Nullable String originConnectionId) {
        return pictures.inTurn(
                        draft.author(),
                        () -> withImage(draft, sentBefore)
                                .map(complete -> numbered(complete, sentBefore, originConnectionId)))
                .flatMap(Function.identity());
    }

    private Uni<Draft> withImage(Draft draft, Uni<@Nullable MessageView> sentBefore) {
        var key = draft.key();
        var imageId = draft.imageId();
        return imageId == null
                ? Uni.createFrom().item(draft)
                : sentBefore.chain(first -> first != null
                        ? Uni.createFrom().item(draft)
                        : attachImage
                                .handle(imageId, key.senderId(), key.conversationId())
                                .map(draft::with));
    }

    private Uni<SendOutcome> numbered(
            Draft draft, Uni<@Nullable MessageView> sentBefore, @Nullable String originConnectionId) {
        var conversationId = draft.key().conversationId();
        var deadline = clock.instant().plus(limits.maxWait());
        var numbered = numbers.inTurn(
                conversationId,
                () -> sentBefore.chain(first -> first == null
                        ? number(draft, deadline).map(place -> storing(draft, place, originConnectionId))
                        : Uni.createFrom().item(alreadyStored(first))));
        // Both at once: whether it was sent before is known by the time its turn comes, which fails with it too.
        return Uni.combine()
                .all()
                .unis(numbered, sentBefore.onFailure().recoverWithNull())
                .with((storing, first) -> storing)
                .flatMap(Function.identity());
    }

    private Uni<Place> number(Draft draft, Instant deadline) {
        var now = clock.instant();
        return now.isAfter(deadline)
                ? Uni.createFrom().failure(busy())
                : access.takePlace(draft.key().conversationId(), draft.key().senderId(), now);
    }

    /** Begun by whoever subscribes; but its turn to be told is taken now, in the order of the numbers. */
    private Uni<SendOutcome> storing(Draft draft, Place place, @Nullable String originConnectionId) {
        var stored = storeMessage.handle(draft, place).memoize().indefinitely();
        var told = tellings.inTurn(
                place.conversationId(),
                () -> stored.chain(outcome -> outcome instanceof SendOutcome.Stored
                                ? tellMembers.handle(outcome.message(), place.memberIds(), originConnectionId)
                                : Uni.createFrom().voidItem())
                        // What is not stored is told to nobody; the sender hears of it by the other way.
                        .onFailure()
                        .recoverWithNull());
        return Uni.combine()
                .all()
                .unis(told, stored)
                .with((done, outcome) -> outcome)
                .chain(this::settled);
    }

    private Uni<SendOutcome> settled(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Stored
                ? tellMembers.settle(outcome.message()).replaceWith(outcome)
                : Uni.createFrom().item(outcome);
    }

    private static Uni<SendOutcome> alreadyStored(MessageView first) {
        return Uni.createFrom().item(new SendOutcome.AlreadyStored(first));
    }

    private static Refusal busy() {
        return Refusal.unavailable(
                ErrorCode.CONVERSATION_BUSY,
                "Too many messages are being sent to this conversation.",
                WORTH_ANOTHER_TRY);
    }
}
