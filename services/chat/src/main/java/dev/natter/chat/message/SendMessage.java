package dev.natter.chat.message;

import dev.natter.chat.attachment.ImageService;
import dev.natter.chat.batching.KeyedSerialExecutor;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.log.ConversationLog;
import dev.natter.chat.log.ConversationLog.Appended;
import dev.natter.chat.log.Entry;
import dev.natter.chat.mongo.Ids;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends a message: appends it to the log of its conversation, once, and delivers it to every connection of every member.
 *
 * <p><strong>Order.</strong> A send takes its place when the returned Uni is subscribed. Sends of one conversation on one
 * replica are numbered and delivered in the order of subscription; a message with an image, and what its sender sends after
 * it, wait until the image is verified. A send that fails does not hold back those behind it.
 *
 * <p><strong>Failures</strong> are {@link dev.natter.web.Refusal}s: 400 for a malformed message, 404 for a conversation that
 * is not the sender's, 422 for an image that is absent or rejected, 503 when the store is unavailable or too many sends wait.
 * After a 503 the message may or may not be stored; repeating it is always safe.
 */
@ApplicationScoped
public class SendMessage {

    /** Sends of one person in one conversation that may wait for an image. */
    private static final int MAX_WAITING_FOR_IMAGE = 100;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ConversationLog log;
    private final ImageService images;
    private final Delivery delivery;
    private final MessageLimits limits;
    private final Ids ids;
    private final MessageListener listener;
    private final Counter stored;
    private final KeyedSerialExecutor<PendingMessage.Author, PendingMessage, Uni<Appended>> afterPendingImages =
            new KeyedSerialExecutor<>(
                    waiting -> 1, (author, next) -> withImage(next.get(0)).map(List::of));

    SendMessage(
            ConversationLog log,
            ImageService images,
            Delivery delivery,
            MessageLimits limits,
            Ids ids,
            MessageListener listener,
            MeterRegistry metrics) {
        this.log = log;
        this.images = images;
        this.delivery = delivery;
        this.limits = limits;
        this.ids = ids;
        this.listener = listener;
        this.stored = Counter.builder("natter.messages.stored")
                .description("Messages stored, each once")
                .register(metrics);
    }

    /** Completes once the message is stored durably and handed to {@code Delivery}. */
    public Uni<Appended> handle(SendMessageCommand command) {
        return Uni.createFrom()
                .deferred(() -> send(PendingMessage.of(command, ids.next(), limits.maxTextLength())))
                // Once begun, it is completed: others may wait for it.
                .memoize()
                .indefinitely();
    }

    private Uni<Appended> send(PendingMessage message) {
        var waiting = afterPendingImages.unfinished(message.author());
        if (waiting >= MAX_WAITING_FOR_IMAGE) {
            throw Refusal.unavailable(
                    ErrorCode.CONVERSATION_BUSY,
                    "Too many messages are waiting for an image. Try again shortly.",
                    RETRY_AFTER);
        }
        return waiting == 0 && message.imageId() == null
                ? append(message)
                : afterPendingImages.submit(message.author(), message).flatMap(Function.identity());
    }

    /** Its place in the log is taken when the image is verified, before the next one's turn. */
    private Uni<Uni<Appended>> withImage(PendingMessage message) {
        var imageId = message.imageId();
        if (imageId == null) {
            return Uni.createFrom().item(() -> append(message));
        }
        var key = message.key();
        return log.find(key)
                .chain(first -> first == null
                        ? images.attach(imageId, key.senderId(), key.conversationId())
                                .map(image -> append(message.with(image)))
                        : Uni.createFrom().item(Uni.createFrom().item(new Appended(first, false))));
    }

    private Uni<Appended> append(PendingMessage message) {
        return log.append(
                message, (entry, memberIds) -> publish(message(entry), memberIds, message.originConnectionId()));
    }

    /** {@code sent} to the connection it came on, {@code message} to all other connections of all members. */
    private void publish(MessageView message, Collection<String> memberIds, @Nullable String originConnectionId) {
        stored.increment();
        listener.stored(message, memberIds);
        var frame = MessageFrame.message(message);
        if (originConnectionId == null) {
            delivery.deliver(memberIds, frame);
        } else {
            delivery.deliver(memberIds, frame, originConnectionId, MessageFrame.sent(message));
        }
    }

    /** The message of an entry that is known to be one. */
    static MessageView message(Entry entry) {
        return ((Entry.MessageSent) entry).message();
    }
}
