package dev.natter.chat.message;

import dev.natter.chat.attachment.AttachImage;
import dev.natter.chat.log.Appended;
import dev.natter.chat.log.ConversationLog;
import dev.natter.chat.log.Entry;
import dev.natter.chat.store.Ids;
import dev.natter.chat.store.KeyedSerialExecutor;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends a message: appends it to the log of its conversation, once, and delivers it to every connection of every member.
 *
 * <p><strong>Order.</strong> A send takes its place when the returned Uni is subscribed. Sends of one conversation on one
 * replica get their {@code seq} in the order of subscription, and are delivered in that order; a message with an image, and
 * what its sender sends after it, wait until the image is verified. A connection that subscribes its sends in the order in
 * which they came (all at once, not one after the other) has them numbered in that order. A send that fails does not hold
 * back the ones behind it: repeated with the same {@code clientMessageId}, it takes a later place (or turns out to be stored).
 *
 * <p><strong>Failures</strong> are {@link dev.natter.web.Refusal}s: 400 for a malformed message, 404 for a conversation
 * that is not the sender's, 422 for an image that is not there or unfit, 503 when the store is unavailable or too many sends
 * wait for this conversation. After a 503 the message may or may not be stored; repeating it is always safe.
 */
@ApplicationScoped
public class SendMessage {

    /** Sends of one person in one conversation that may wait for an image. */
    private static final int MAX_WAITING_FOR_IMAGE = 100;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ConversationLog log;
    private final AttachImage attachImage;
    private final PublishMessage publishMessage;
    private final MessageLimits limits;
    private final Ids ids;
    private final KeyedSerialExecutor<PendingMessage.Author, Send, Uni<SendOutcome>> afterPendingImages =
            new KeyedSerialExecutor<>(
                    waiting -> 1, (author, next) -> withImage(next.get(0)).map(List::of));

    /** @param originConnectionId the connection it came on; null when it came over REST */
    private record Send(PendingMessage message, @Nullable String originConnectionId) {}

    SendMessage(
            ConversationLog log,
            AttachImage attachImage,
            PublishMessage publishMessage,
            MessageLimits limits,
            Ids ids) {
        this.log = log;
        this.attachImage = attachImage;
        this.publishMessage = publishMessage;
        this.limits = limits;
        this.ids = ids;
    }

    /** Completes once the message is stored durably and handed to {@code Delivery}. */
    public Uni<SendOutcome> handle(SendMessageCommand command) {
        return Uni.createFrom()
                .deferred(() -> {
                    var message = PendingMessage.of(command, ids.next(), limits.maxTextLength());
                    return send(new Send(message, command.originConnectionId()));
                })
                // Begun, it is brought to its end: others may wait for it.
                .memoize()
                .indefinitely();
    }

    private Uni<SendOutcome> send(Send send) {
        var waiting = afterPendingImages.unfinished(send.message().author());
        if (waiting >= MAX_WAITING_FOR_IMAGE) {
            throw Refusal.unavailable(
                    ErrorCode.CONVERSATION_BUSY, "Too many messages are waiting for an image.", RETRY_AFTER);
        }
        return waiting == 0 && send.message().imageId() == null
                ? append(send)
                : afterPendingImages.submit(send.message().author(), send).flatMap(Function.identity());
    }

    /** Its place in the log is taken when the image is verified, before the next one's turn. */
    private Uni<Uni<SendOutcome>> withImage(Send send) {
        var message = send.message();
        var imageId = message.imageId();
        if (imageId == null) {
            return Uni.createFrom().item(() -> append(send));
        }
        var key = message.key();
        return log.find(key)
                .chain(first -> first == null
                        ? attachImage
                                .handle(imageId, key.senderId(), key.conversationId())
                                .map(image -> append(new Send(message.with(image), send.originConnectionId())))
                        : Uni.createFrom().item(Uni.createFrom().item(alreadyStored(first))));
    }

    private Uni<SendOutcome> append(Send send) {
        return log.append(
                        send.message(),
                        (entry, memberIds) -> publishMessage.handle(entry, memberIds, send.originConnectionId()))
                .map(appended -> appended instanceof Appended.Stored
                        ? new SendOutcome.Stored(PublishMessage.message(appended.entry()))
                        : alreadyStored(appended.entry()));
    }

    private static SendOutcome alreadyStored(Entry first) {
        return new SendOutcome.AlreadyStored(PublishMessage.message(first));
    }
}
