package dev.natter.chat.log;

import dev.natter.chat.attachment.ReleaseAttachment;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.Quote;
import dev.natter.chat.log.Entry.MessageSent;
import dev.natter.chat.log.Messages.Lock;
import dev.natter.chat.mongo.Ids;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The present state of messages. It is stored with the message, so that reading a page takes one query. A change locks the
 * message, appends its entry, which decides that it has happened, and unlocks the message with its new state. Of a message
 * that is locked, the state is read from its changes in the log; a lock that was left behind by a replica that died is
 * removed by the next reader or writer, and by all replicas once a minute.
 */
@ApplicationScoped
class MessageStates {

    /** After this a lock is thought to be left behind. Longer than a change takes unless the store is in trouble. */
    static final Duration LOCK_LIFETIME = Duration.ofSeconds(15);

    private static final Duration MAX_WAIT = Duration.ofSeconds(5);
    private static final int MAX_PAUSE_MILLIS = 40;
    private static final int MAX_SETTLED = 100;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Messages messages;
    private final ReleaseAttachment releaseAttachment;
    private final Ids ids;
    private final Clock clock;

    MessageStates(Messages messages, ReleaseAttachment releaseAttachment, Ids ids, Clock clock) {
        this.messages = messages;
        this.releaseAttachment = releaseAttachment;
        this.ids = ids;
        this.clock = clock;
    }

    /** A locked message with its state, which nothing else changes until it is unlocked under this key. */
    record Locked(MessageView message, String key) {}

    /** Locks the message for a change; waits for another one for 5 s at most, then fails with 503. Fails with 404. */
    Uni<Locked> lock(String conversationId, String messageId) {
        var lock = new Lock(ids.next(), clock.instant());
        return lock(conversationId, messageId, lock, clock.instant().plus(MAX_WAIT))
                .chain(found -> fold(found).map(state -> new Locked(state, lock.key())));
    }

    private Uni<MessageSent> lock(String conversationId, String messageId, Lock lock, Instant deadline) {
        return messages.lock(conversationId, messageId, lock, lock.at().minus(LOCK_LIFETIME))
                .chain(found -> found != null
                        ? Uni.createFrom().item(found)
                        : messages.find(conversationId, messageId).chain(locked -> {
                            if (locked == null) {
                                throw unknown();
                            }
                            if (clock.instant().isAfter(deadline)) {
                                throw busy();
                            }
                            var pause = ThreadLocalRandom.current().nextInt(MAX_PAUSE_MILLIS) + 1;
                            return Uni.createFrom()
                                    .voidItem()
                                    .onItem()
                                    .delayIt()
                                    .by(Duration.ofMillis(pause))
                                    .chain(() -> lock(
                                            conversationId,
                                            messageId,
                                            new Lock(lock.key(), clock.instant()),
                                            deadline));
                        }));
    }

    /** Nothing has changed. Never fails: a lock that stays is settled later. */
    Uni<Void> unlock(Locked locked) {
        return changed(locked.message(), locked.key());
    }

    /** The state of the message is now this one, as its entry in the log says. Never fails: what is not stored is settled later. */
    Uni<Void> changed(MessageView state, String key) {
        return store(state, key)
                .chain(isStored -> isStored ? Uni.createFrom().item(state) : settle(state.conversationId(), state.id()))
                .onFailure()
                .invoke(failure -> Log.warnf("A changed message is settled later: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** Of a deleted message, the edits and the attachment are removed before the last trace of them is. */
    private Uni<Boolean> store(MessageView state, String key) {
        if (state.deletedAt() == null) {
            return messages.unlock(state, key);
        }
        return messages.find(state.conversationId(), state.id()).chain(stored -> {
            var attachment = stored == null ? null : stored.message().attachment();
            return messages.clearEdits(state.conversationId(), state.id())
                    .chain(() -> attachment == null
                            ? Uni.createFrom().voidItem()
                            : releaseAttachment.begin(attachment.id(), state.sentAt()))
                    .chain(() -> messages.unlock(state, key))
                    .call(() -> attachment == null
                            ? Uni.createFrom().voidItem()
                            : releaseAttachment.finish(attachment.id()));
        });
    }

    /** The same entries; each message in its present state, with its quote. */
    Uni<List<Entry>> complete(List<Entry> entries) {
        if (entries.stream().noneMatch(MessageStates::isIncomplete)) {
            return Uni.createFrom().item(entries);
        }
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(entry -> entry instanceof MessageSent sent && sent.lock() != null
                        ? present(sent).<Entry>map(MessageSent::new)
                        : Uni.createFrom().item(entry))
                .collect()
                .asList()
                .chain(this::withQuotes);
    }

    private static boolean isIncomplete(Entry entry) {
        return entry instanceof MessageSent sent
                && (sent.lock() != null || sent.message().replyTo() != null);
    }

    private Uni<List<Entry>> withQuotes(List<Entry> entries) {
        return quoting(entries.stream()
                        .filter(MessageSent.class::isInstance)
                        .map(entry -> ((MessageSent) entry).message())
                        .toList())
                .map(messages -> {
                    var byId = messages.stream().collect(Collectors.toMap(MessageView::id, Function.identity()));
                    return entries.stream()
                            .map(entry -> entry instanceof MessageSent sent
                                    ? new MessageSent(Objects.requireNonNull(
                                            byId.get(sent.message().id())))
                                    : entry)
                            .toList();
                });
    }

    /** The same messages of one or more conversations, with the present state of what they quote: a query for each conversation. */
    Uni<List<MessageView>> quoting(List<MessageView> messages) {
        var quoted = messages.stream()
                .filter(message -> message.replyTo() != null)
                .collect(Collectors.groupingBy(
                        MessageView::conversationId,
                        Collectors.mapping(
                                message -> Objects.requireNonNull(message.replyTo())
                                        .seq(),
                                Collectors.toSet())));
        if (quoted.isEmpty()) {
            return Uni.createFrom().item(messages);
        }
        return Multi.createFrom()
                .iterable(quoted.entrySet())
                .onItem()
                .transformToUniAndConcatenate(each -> this.messages.withNumbers(each.getKey(), each.getValue()))
                .onItem()
                .<MessageSent>disjoint()
                .onItem()
                .transformToUniAndConcatenate(this::present)
                .collect()
                .asMap(MessageView::id, Quote::of)
                .map(quotes -> messages.stream()
                        .map(message -> quoting(message, quotes))
                        .toList());
    }

    private static MessageView quoting(MessageView message, Map<String, Quote> quotes) {
        var quote = message.replyTo();
        return quote == null ? message : message.quoting(quotes.getOrDefault(quote.id(), quote));
    }

    /** The state of a message that was read; settles it when its lock was left behind. */
    Uni<MessageView> present(MessageSent read) {
        var lock = read.lock();
        if (lock == null) {
            return Uni.createFrom().item(read.message());
        }
        return lock.at().isBefore(clock.instant().minus(LOCK_LIFETIME))
                ? settle(read.conversationId(), read.message().id())
                : fold(read);
    }

    /** Makes the stored state that of the log, under a lock of its own. */
    private Uni<MessageView> settle(String conversationId, String messageId) {
        var lock = new Lock(ids.next(), clock.instant());
        return lock(conversationId, messageId, lock, clock.instant().plus(MAX_WAIT))
                .chain(found -> replay(found.message()))
                .call(state -> store(state, lock.key()));
    }

    private Uni<MessageView> fold(MessageSent read) {
        return read.lock() == null ? Uni.createFrom().item(read.message()) : replay(read.message());
    }

    /** Its changes, again, on what they started from: any text that they replace, and no reactions. */
    private Uni<MessageView> replay(MessageView stored) {
        return messages.changes(stored.conversationId(), stored.id()).map(changes -> {
            var state = stored.reacted(List.of());
            for (MessageChange change : changes) {
                state = change.applyTo(state);
            }
            return state;
        });
    }

    @Scheduled(
            identity = "settle-changes",
            every = "1m",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> settleAll() {
        return messages.lockedBefore(clock.instant().minus(LOCK_LIFETIME), MAX_SETTLED)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(this::present)
                .collect()
                .asList()
                .onFailure()
                .invoke(failure -> Log.warnf("Changed messages cannot be settled now: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    static ApiException unknown() {
        return ApiException.notFound(ErrorCode.MESSAGE_NOT_FOUND, "The message does not exist.");
    }

    static ApiException busy() {
        return ApiException.unavailable(
                ErrorCode.CONVERSATION_BUSY, "The message is being changed. Try again shortly.", RETRY_AFTER);
    }
}
