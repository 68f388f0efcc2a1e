package dev.natter.chat.conversation;

import dev.natter.chat.conversation.MessageQueries.LogHead;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

/**
 * Keeps last message, last number and latest activity of conversations up to date with their logs, off the critical path: the
 * newest entry of each, in one command for all, at most {@value #INTERVAL_MILLIS} ms after it was appended, and before a
 * member lists conversations on this replica. What a crash leaves behind is repaired by the next reader or writer, who finds
 * the log ahead.
 */
@ApplicationScoped
public class ConversationProjection {

    private static final int INTERVAL_MILLIS = 100;
    private static final String TICKS = "conversation-projection";
    private static final Duration INTERVAL = Duration.ofMillis(INTERVAL_MILLIS);
    private static final int MAX_BATCH = 1_000;
    /** Logs that are read at the same time. */
    private static final int MAX_CONCURRENCY = 8;
    /** Conversations that wait to be written; further ones are left to readers. */
    private static final int MAX_PENDING = 20_000;

    private final ConversationRepository conversations;
    private final MessageQueries messageQueries;
    private final List<ProjectionListener> listeners;
    private final ConcurrentMap<String, Pending> pending = new ConcurrentHashMap<>();

    private record Pending(LogHead head, Collection<String> memberIds) {
        Pending newest(Pending other) {
            var newest = head.newest(other.head());
            return new Pending(newest, newest.seq() == head.seq() ? memberIds : other.memberIds());
        }
    }

    ConversationProjection(
            ConversationRepository conversations,
            MessageQueries messageQueries,
            @All List<ProjectionListener> listeners) {
        this.conversations = conversations;
        this.messageQueries = messageQueries;
        this.listeners = listeners;
    }

    /** An entry was appended. Never waits. */
    public void appended(LogHead head, Collection<String> memberIds) {
        if (pending.size() < MAX_PENDING || pending.containsKey(head.conversationId())) {
            pending.merge(head.conversationId(), new Pending(head, memberIds), Pending::newest);
        }
    }

    /** A tick that comes while pending entries are written is dropped. */
    @Outgoing(TICKS)
    Multi<Long> ticks() {
        return Multi.createFrom().ticks().every(INTERVAL).onOverflow().drop();
    }

    @Incoming(TICKS)
    Uni<Void> onTick(Long tick) {
        return write().onFailure()
                .invoke(failure -> Log.warnf("Conversations are not brought up to date, retrying: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Writes what is pending. Entries stay pending until they are written, for readers who come meanwhile. */
    Uni<Void> write() {
        var batch = pending.values().stream().limit(MAX_BATCH).toList();
        return batch.isEmpty()
                ? Uni.createFrom().voidItem()
                : Multi.createFrom()
                        .iterable(batch)
                        .onItem()
                        .transformToUni(each -> withMessage(each.head()))
                        .merge(MAX_CONCURRENCY)
                        .collect()
                        .asList()
                        .chain(conversations::project)
                        .invoke(() -> batch.forEach(this::written));
    }

    private void written(Pending written) {
        pending.remove(written.head().conversationId(), written);
        listeners.forEach(listener -> listener.projected(written.head()));
    }

    /** After an entry that is no message the newest one is read from the log: it may be another one, and it may have changed. */
    private Uni<LogHead> withMessage(LogHead head) {
        return head.message() != null
                ? Uni.createFrom().item(head)
                : messageQueries.newest(head.conversationId()).map(found -> found == null ? head : found.newest(head));
    }

    /** Completes when the conversations of this user are up to date with everything that was appended here. */
    Uni<Void> writeFor(String userId) {
        return pending.values().stream().anyMatch(each -> each.memberIds().contains(userId))
                ? write()
                : Uni.createFrom().voidItem();
    }

    /** The conversation with the newest entry of its log, which is found to be ahead; writes it, for the next reader. */
    public Uni<Conversation> repair(Conversation behind) {
        return messageQueries
                .newest(behind.id())
                .chain(newest -> newest == null || newest.seq() <= behind.lastSeq()
                        ? Uni.createFrom().item(behind)
                        : conversations
                                .project(List.of(newest))
                                .onFailure()
                                .invoke(failure -> Log.debugf("A conversation stays behind its log: %s", failure))
                                .onFailure()
                                .recoverWithNull()
                                .replaceWith(behind.with(newest)));
    }
}
