package dev.natter.chat.log;

import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.delivery.EntryListener;
import dev.natter.chat.log.LogCache.LogState;
import dev.natter.chat.log.PendingEntry.IdempotencyKey;
import dev.natter.chat.store.KeyedSerialExecutor;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the logs of conversations. Appends to one conversation on one replica are numbered, stored and published in the
 * order in which they were submitted, and at most one command for a conversation is under way; conversations do not wait
 * for each other.
 *
 * <p>Between replicas the store decides: whoever loses the race for a number takes the next one. So numbers have no holes,
 * and nobody has to clean up after a replica that dies.
 */
@ApplicationScoped
public class ConversationLog implements EntryListener {

    /** So many appends to one conversation go in a command of their own. */
    private static final int MIN_RUN = 4;

    private static final int MAX_RUN = 100;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Entries entries;
    private final ConversationAccess access;
    private final LogEffects effects;
    private final LogCache cache;
    private final LogConfig config;
    private final Clock clock;
    private final KeyedSerialExecutor<String, AppendRequest, Uni<Appended>> executor =
            new KeyedSerialExecutor<>(ConversationLog::batchSize, this::appendAll);

    ConversationLog(
            Entries entries,
            ConversationAccess access,
            LogEffects effects,
            LogCache cache,
            LogConfig config,
            Clock clock) {
        this.entries = entries;
        this.access = access;
        this.effects = effects;
        this.cache = cache;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Appends the entry, for a member. Takes its place in the order now; the returned Uni must be subscribed, and completes
     * once the entry is stored and published. Fails with a {@link Refusal}: 404 when the conversation is not the sender's, 503
     * when the store is unavailable or too much waits for this conversation. After a 503 the entry may or may not be
     * stored; repeating it is always safe.
     *
     * @param publish delivers an entry that is stored now to these members; called in the order of the log
     */
    public Uni<Appended> append(PendingEntry entry, BiFunction<Entry, List<String>, Uni<Void>> publish) {
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
        return state(conversationId, requests)
                .chain(state -> new AppendRun(entries, cache, effects, clock, conversationId, state, requests).handle())
                .onFailure()
                .recoverWithItem(failure -> requests.stream()
                        .map(request -> Uni.createFrom().<Appended>failure(failure))
                        .toList());
    }

    /** Fails like the door when none of these senders is a member. */
    private Uni<LogState> state(String conversationId, List<AppendRequest> requests) {
        var known = cache.find(conversationId);
        return known != null ? Uni.createFrom().item(known) : load(conversationId, requests, 0);
    }

    private Uni<LogState> load(String conversationId, List<AppendRequest> requests, int at) {
        return access.members(conversationId, requests.get(at).entry().key().senderId())
                .chain(members -> entries.lastSeq(conversationId, 0).map(last -> new LogState(members, last, last)))
                .invoke(state -> cache.put(conversationId, state))
                .onFailure(failure -> isNotFound(failure) && at + 1 < requests.size())
                .recoverWithUni(() -> load(conversationId, requests, at + 1));
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.code().equals(ErrorCode.CONVERSATION_NOT_FOUND.word());
    }

    static Refusal busy() {
        return Refusal.unavailable(
                ErrorCode.CONVERSATION_BUSY, "Too many messages are being sent to this conversation.", RETRY_AFTER);
    }
}
