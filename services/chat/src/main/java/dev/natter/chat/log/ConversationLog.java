package dev.natter.chat.log;

import dev.natter.chat.batching.KeyedSerialExecutor;
import dev.natter.chat.conversation.ConversationProjection;
import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.delivery.EntryListener;
import dev.natter.chat.log.AppendRun.AppendRequest;
import dev.natter.chat.log.LogCache.LogState;
import dev.natter.chat.log.PendingEntry.IdempotencyKey;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the logs of conversations. Appends to one conversation on one replica are numbered, stored and published in the
 * order in which they were submitted, one command at a time; conversations do not wait for each other. Between replicas the
 * unique index decides: the loser of a race for a number takes the next one.
 */
@ApplicationScoped
public class ConversationLog implements EntryListener {

    /** So many appends to one conversation go in a command of their own. */
    private static final int MIN_RUN = 4;

    private static final int MAX_RUN = 100;
    private static final int STRANGERS_SHARE = 8;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Entries entries;
    private final Memberships memberships;
    private final BlockedSenders blockedSenders;
    private final LogCache cache;
    private final ConversationProjection projection;
    private final Delivery delivery;
    private final LogConfig config;
    private final Clock clock;
    private final KeyedSerialExecutor<String, AppendRequest, Uni<Appended>> executor =
            new KeyedSerialExecutor<>(ConversationLog::batchSize, this::appendAll);

    ConversationLog(
            Entries entries,
            Memberships memberships,
            BlockedSenders blockedSenders,
            LogCache cache,
            ConversationProjection projection,
            Delivery delivery,
            LogConfig config,
            Clock clock) {
        this.entries = entries;
        this.memberships = memberships;
        this.blockedSenders = blockedSenders;
        this.cache = cache;
        this.projection = projection;
        this.delivery = delivery;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Appends the entry, for a member. Takes its place in the order now; the returned Uni must be subscribed, and completes
     * once the entry is stored and published. Fails with a {@link ApiException}: 404 when the conversation is not the sender's,
     * 503 when the store is unavailable or too much waits. After a 503 the entry may or may not be stored; repeating it is
     * always safe.
     *
     * @param publish delivers an entry that is stored now to these members; called in the order of the log
     */
    public Uni<Appended> append(PendingEntry entry, BiConsumer<Entry, List<String>> publish) {
        var conversationId = entry.key().conversationId();
        if (waiting(conversationId) >= maxWaiting(conversationId, entry)) {
            throw busy();
        }
        var request = new AppendRequest(entry, publish, clock.instant().plus(config.maxWait()));
        return executor.submit(conversationId, request).flatMap(Function.identity());
    }

    /** Of those who are no members, as far as is known here, few wait: they must not fill the queue of the members. */
    private int maxWaiting(String conversationId, PendingEntry entry) {
        var known = cache.find(conversationId);
        return known == null || entry.refusal(known.memberIds(), known.changes()) == null
                ? config.maxWaiting()
                : config.maxWaiting() / STRANGERS_SHARE;
    }

    /** How many appends to this conversation wait or are under way. */
    public int waiting(String conversationId) {
        return executor.unfinished(conversationId);
    }

    /** What this sender appended under this key; null when nothing. */
    public Uni<@Nullable Entry> find(IdempotencyKey key) {
        return entries.find(key);
    }

    @Override
    public void delivered(String conversationId, long seq, boolean changesGroup) {
        cache.delivered(conversationId, seq, changesGroup);
    }

    private static int batchSize(int waiting) {
        return waiting < MIN_RUN ? 1 : Math.min(waiting, MAX_RUN);
    }

    private Uni<List<Uni<Appended>>> appendAll(String conversationId, List<AppendRequest> requests) {
        return new AppendRun(
                        entries,
                        cache,
                        projection,
                        delivery,
                        clock,
                        conversationId,
                        () -> state(conversationId),
                        blockedSenders,
                        requests)
                .handle();
    }

    /** Without members when there is no such conversation. */
    private Uni<LogState> state(String conversationId) {
        var known = cache.find(conversationId);
        return known != null ? Uni.createFrom().item(known) : load(conversationId);
    }

    /**
     * The log first: whatever change of the group it has by then was announced before, so that the members are those of that
     * entry or of a later one. If of a later one, the next number is taken.
     */
    private Uni<LogState> load(String conversationId) {
        return entries.lastSeq(conversationId, 0)
                .chain(last -> memberships
                        .find(conversationId)
                        .map(found -> found == null ? LogState.UNKNOWN : LogState.of(found, last)))
                .invoke(state -> {
                    if (!state.memberIds().isEmpty()) {
                        cache.put(conversationId, state);
                    }
                });
    }

    static ApiException busy() {
        return ApiException.unavailable(
                ErrorCode.CONVERSATION_BUSY,
                "Too many messages are being sent to this conversation. Try again shortly.",
                RETRY_AFTER);
    }

    /**
     * The entry is in the log, once.
     *
     * @param isNew false when the sender had appended it before; then this is the first one, whatever the repeat says
     */
    public record Appended(Entry entry, boolean isNew) {
        /** The entry's message, of one that has one. */
        public MessageView message() {
            return ((Entry.MessageSent) entry).message();
        }
    }
}
