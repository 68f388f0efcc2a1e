package dev.natter.chat.message;

import dev.natter.chat.attachment.AttachmentService;
import dev.natter.chat.batching.KeyedSerialExecutor;
import dev.natter.chat.conversation.AttachmentView;
import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.Quote;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.log.ConversationLog;
import dev.natter.chat.log.ConversationLog.Appended;
import dev.natter.chat.log.Entry;
import dev.natter.chat.log.EntryFrame;
import dev.natter.chat.log.ReadLog;
import dev.natter.chat.message.PendingMessage.Content;
import dev.natter.chat.mongo.Ids;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
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
 * replica are numbered and delivered in the order of subscription; a message with an attachment, a quote or mentions, and what its
 * sender sends after it, wait until those are looked up. A send that fails does not hold back those behind it.
 *
 * <p><strong>Failures</strong> are {@link dev.natter.web.ApiException}s: 400 for a malformed message, 404 for a conversation that
 * is not the sender's, 422 for an attachment that is absent or rejected and for a quote that is absent, 503 when the store is unavailable or too many sends wait.
 * After a 503 the message may or may not be stored; repeating it is always safe.
 */
@ApplicationScoped
public class SendMessage {

    /** Sends of one person in one conversation that may wait for what they refer to. */
    private static final int MAX_WAITING_FOR_CONTENT = 100;

    private static final int NOT_FOUND = 404;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ConversationLog log;
    private final ReadLog readLog;
    private final ConversationAccess access;
    private final AttachmentService attachments;
    private final Delivery delivery;
    private final MessageLimits limits;
    private final Ids ids;
    private final MessageListener listener;
    private final Counter stored;
    private final KeyedSerialExecutor<PendingMessage.Author, PendingMessage, Uni<Appended>> afterPendingContent =
            new KeyedSerialExecutor<>(
                    waiting -> 1, (author, next) -> withContent(next.get(0)).map(List::of));

    SendMessage(
            ConversationLog log,
            ReadLog readLog,
            ConversationAccess access,
            AttachmentService attachments,
            Delivery delivery,
            MessageLimits limits,
            Ids ids,
            MessageListener listener,
            MeterRegistry metrics) {
        this.log = log;
        this.readLog = readLog;
        this.access = access;
        this.attachments = attachments;
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
        var waiting = afterPendingContent.unfinished(message.author());
        if (waiting >= MAX_WAITING_FOR_CONTENT) {
            throw ApiException.unavailable(
                    ErrorCode.CONVERSATION_BUSY,
                    "Too many messages are waiting for an attachment or a quote. Try again shortly.",
                    RETRY_AFTER);
        }
        return waiting == 0 && message.isPlain()
                ? append(message)
                : afterPendingContent.submit(message.author(), message).flatMap(Function.identity());
    }

    /** Its place in the log is taken when all that it refers to is found, before the next one's turn. */
    private Uni<Uni<Appended>> withContent(PendingMessage message) {
        if (message.isPlain()) {
            return Uni.createFrom().item(() -> append(message));
        }
        return log.find(message.key())
                .chain(first -> first == null
                        ? content(message).map(content -> append(message.with(content)))
                        : Uni.createFrom().item(complete(new Appended(first, false))));
    }

    private Uni<Content> content(PendingMessage message) {
        var key = message.key();
        return access.open(key.conversationId(), key.senderId())
                .chain(conversation -> quote(conversation, message.replyTo(), key.senderId())
                        .chain(quote -> attachment(message)
                                .map(attachment -> new Content(
                                        attachment,
                                        quote,
                                        Mentions.in(message.text(), conversation),
                                        conversation.visibleFrom()))));
    }

    private Uni<@Nullable Quote> quote(Conversation conversation, @Nullable String replyTo, String senderId) {
        return replyTo == null
                ? Uni.createFrom().nullItem()
                : readLog.message(conversation, replyTo, senderId)
                        .map(Quote::of)
                        .onFailure(failure -> failure instanceof ApiException refusal && refusal.status() == NOT_FOUND)
                        .transform(unknown -> ApiException.unprocessable(
                                ErrorCode.MESSAGE_NOT_FOUND, "The message to reply to does not exist."));
    }

    private Uni<@Nullable AttachmentView> attachment(PendingMessage message) {
        var key = message.key();
        return message.attachment() == null
                ? Uni.createFrom().nullItem()
                : attachments.attach(message.attachment(), key.senderId(), key.conversationId());
    }

    private Uni<Appended> append(PendingMessage message) {
        return log.append(
                        message,
                        (entry, memberIds) -> EntryFrame.deliver(
                                delivery,
                                entry,
                                memberIds,
                                userId -> 0,
                                viewers -> publish(shown(entry, message), viewers, message)))
                .chain(this::complete);
    }

    /** With the quote that was just looked up. */
    private static MessageView shown(Entry entry, PendingMessage message) {
        var quote = message.content().quote();
        return quote == null ? message(entry) : message(entry).quoting(quote);
    }

    /** One that was stored before may have been changed since. */
    private Uni<Appended> complete(Appended appended) {
        return appended.isNew()
                ? Uni.createFrom().item(appended)
                : readLog.complete(appended.entry()).map(entry -> new Appended(entry, false));
    }

    /** {@code sent} to the connection it came on, {@code message} to all other connections of all who see it. */
    private void publish(MessageView message, Collection<String> memberIds, PendingMessage pending) {
        var originConnectionId = pending.originConnectionId();
        stored.increment();
        listener.stored(message, memberIds);
        message.forViewers(memberIds, pending.content().visibleFrom(), (view, alike) -> {
            var frame = MessageFrame.message(view);
            if (originConnectionId == null || !alike.contains(message.senderId())) {
                delivery.deliver(alike, frame);
            } else {
                delivery.deliver(alike, frame, originConnectionId, MessageFrame.sent(view));
            }
        });
    }

    /** The message of an entry that is known to be one. */
    static MessageView message(Entry entry) {
        return ((Entry.MessageSent) entry).message();
    }
}
