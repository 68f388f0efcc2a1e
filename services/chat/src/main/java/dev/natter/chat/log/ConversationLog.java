package dev.natter.chat.log;

import dev.natter.chat.batching.KeyedSerialExecutor;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.ConversationProjection;
import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.delivery.EntryListener;
import dev.natter.chat.log.AppendRun.AppendRequest;
import dev.natter.chat.log.LogCache.LogState;
import dev.natter.chat.log.PendingEntry.IdempotencyKey;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Entries entries;
    private final Memberships memberships;
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
            LogCache cache,
            ConversationProjection projection,
            Delivery delivery,
            LogConfig config,
            Clock clock) {
        this.entries = entries;
        this.memberships = memberships;
        this.cache = cache;
        this.projection = projection;
        this.delivery = delivery;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Appends the entry, for a member. Takes its place in the order now; the returned Uni must be subscribed, and completes
     * once the entry is stored and published. Fails with a {@link Refusal}: 404 when the conversation is not the sender's,
     * 503 when the store is unavailable or too much waits. After a 503 the entry may or may not be stored; repeating it is
     * always safe.
     *
     * @param publish delivers an entry that is stored now to these members; called in the order of the log
     */
    public Uni<Appended> append(PendingEntry entry, BiConsumer<Entry, List<String>> publish) {
        var conversationId = entry.key().conversationId();
        var known = cache.find(conversationId);
        if (known != null) {
            // Before it waits: a stranger must not fill the queue of the members.
            ConversationAccess.requireMember(known.memberIds(), entry.key().senderId());
        }
        if (waiting(conversationId) >= config.maxWaiting()) {
            throw busy();
        }
        var request = new AppendRequest(entry, publish, clock.instant().plus(config.maxWait()));
        return executor.submit(conversationId, request).flatMap(Function.identity());
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
    public void delivered(String conversationId, long seq) {
        cache.raise(conversationId, seq);
    }

    private static int batchSize(int waiting) {
        return waiting < MIN_RUN ? 1 : Math.min(waiting, MAX_RUN);
    }

    private Uni<List<Uni<Appended>>> appendAll(String conversationId, List<AppendRequest> requests) {
        return state(conversationId)
                .chain(state -> new AppendRun(
                                entries, cache, projection, delivery, clock, conversationId, state, requests)
                        .handle())
                .onFailure()
                .recoverWithItem(failure -> requests.stream()
                        .map(request -> Uni.createFrom().<Appended>failure(failure))
                        .toList());
    }

    /** Without members when there is no such conversation. */
    private Uni<LogState> state(String conversationId) {
        var known = cache.find(conversationId);
        return known != null
                ? Uni.createFrom().item(known)
                : memberships
                        .members(Set.of(conversationId))
                        .chain(found -> load(conversationId, found.getOrDefault(conversationId, List.of())));
    }

    private Uni<LogState> load(String conversationId, List<String> members) {
        return members.isEmpty()
                ? Uni.createFrom().item(new LogState(members, 0, 0))
                : entries.lastSeq(conversationId, 0)
                        .map(last -> new LogState(members, last, last))
                        .invoke(state -> cache.put(conversationId, state));
    }

    static Refusal busy() {
        return Refusal.unavailable(
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
