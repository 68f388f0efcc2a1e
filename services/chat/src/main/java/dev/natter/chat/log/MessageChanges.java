package dev.natter.chat.log;

import dev.natter.chat.batching.KeyedSerialExecutor;
import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.log.Entry.Header;
import dev.natter.chat.log.MessageStates.Locked;
import dev.natter.chat.log.PendingEntry.IdempotencyKey;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes messages: each change is decided on the present state of its message, appended to the log, and delivered to every
 * connection of every member with the new state. Changes of one message are made one after the other, on all replicas.
 */
@ApplicationScoped
public class MessageChanges {

    /** Changes of one message that may wait on one replica. */
    private static final int MAX_WAITING = 100;

    private static final int MAX_ID_LENGTH = 64;

    private final ConversationLog log;
    private final MessageStates states;
    private final Delivery delivery;
    private final KeyedSerialExecutor<String, Request, MessageView> executor = new KeyedSerialExecutor<>(
            waiting -> 1, (key, next) -> change(next.get(0)).map(List::of));

    MessageChanges(ConversationLog log, MessageStates states, Delivery delivery) {
        this.log = log;
        this.states = states;
        this.delivery = delivery;
    }

    /** The entry of a change with this header. */
    public interface Change {
        MessageChange at(Header header);
    }

    private record Request(
            Conversation conversation,
            String messageId,
            String userId,
            Function<MessageView, @Nullable Change> decide) {}

    /** A change that waits to be appended. */
    private record PendingChange(
            IdempotencyKey key, Change change, @Nullable String hiddenFrom) implements PendingEntry {
        @Override
        public Entry at(long seq, Instant time) {
            return change.at(Header.of(key, seq, time).hiddenFrom(hiddenFrom));
        }
    }

    /**
     * Appends a change for a member; the message in its new state. Fails with a {@link ApiException}: that of {@code decide}, 404
     * when there is no such message, 503 when the store is unavailable or too many changes wait. After a 503 the change may or
     * may not be made; repeating it is safe.
     *
     * @param conversation of which the user is a member
     * @param decide the change of a message in this state; null when it is in the wanted state already
     */
    public Uni<MessageView> append(
            Conversation conversation,
            String messageId,
            String userId,
            Function<MessageView, @Nullable Change> decide) {
        if (messageId.length() > MAX_ID_LENGTH) {
            return Uni.createFrom().failure(MessageStates.unknown());
        }
        var key = conversation.id() + "/" + messageId;
        return executor.unfinished(key) >= MAX_WAITING
                ? Uni.createFrom().failure(MessageStates.busy())
                : executor.submit(key, new Request(conversation, messageId, userId, decide))
                        .map(after -> after.visibleTo(userId, conversation.joinedSeq(userId)));
    }

    private Uni<MessageView> change(Request request) {
        return states.lock(request.conversation().id(), request.messageId())
                .chain(locked -> Uni.createFrom()
                        .item(() -> {
                            if (!isVisible(locked.message(), request)) {
                                throw MessageStates.unknown();
                            }
                            return request.decide().apply(locked.message());
                        })
                        .onFailure()
                        .call(() -> states.unlock(locked))
                        .chain(change -> change == null
                                ? states.unlock(locked).replaceWith(locked.message())
                                : append(request, change, locked)));
    }

    private static boolean isVisible(MessageView message, Request request) {
        var from = request.conversation().joinedSeq(request.userId());
        return new Entry.MessageSent(message).isVisibleTo(request.userId(), from);
    }

    private Uni<MessageView> append(Request request, Change change, Locked locked) {
        var key = new IdempotencyKey(request.conversation().id(), request.userId(), locked.key());
        var visibleFrom = request.conversation().visibleFrom();
        return states.quoting(List.of(locked.message()))
                .map(quoting -> quoting.get(0))
                .chain(before -> log.append(
                                new PendingChange(key, change, before.hiddenFrom()),
                                (entry, memberIds) -> EntryFrame.deliver(
                                        delivery,
                                        entry,
                                        memberIds,
                                        visibleFrom,
                                        viewers -> after(entry, before)
                                                .forViewers(
                                                        viewers,
                                                        visibleFrom,
                                                        (after, alike) -> delivery.deliver(
                                                                alike,
                                                                new EntryFrame(entry.conversationId(), entry, after)))))
                        .map(appended -> after(appended.entry(), before)))
                .onFailure(MessageChanges::isNotAppended)
                .call(() -> states.unlock(locked))
                .call(after -> states.changed(after, locked.key()));
    }

    private static MessageView after(Entry entry, MessageView before) {
        return ((MessageChange) entry).applyTo(before);
    }

    /** After any other failure its entry may come to be stored even later: the lock stays, until it is settled. */
    private static boolean isNotAppended(Throwable failure) {
        return failure instanceof ApiException refusal
                && (refusal.code().equals(ErrorCode.CONVERSATION_BUSY.wireName())
                        || refusal.code().equals(ErrorCode.CONVERSATION_NOT_FOUND.wireName()));
    }
}
