package dev.natter.chat.log;

import dev.natter.chat.conversation.ConversationProjection;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.delivery.ServerFrame.ResyncFrame;
import dev.natter.chat.log.ConversationLog.Appended;
import dev.natter.chat.log.Entries.InsertResult;
import dev.natter.chat.log.LogCache.LogState;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A batch of appends to one conversation, from the first attempt to the last outcome. Every number is written only after its
 * predecessor is known to be stored, or behind it in the same ordered command, so that there are no holes and every sender's
 * order is kept. Retries by itself, because each attempt is another one: numbers and what is left change. Not thread-safe.
 */
final class AppendRun {

    /** The longest pause before an attempt, doubling from one millisecond; each is random up to that. */
    private static final int MAX_PAUSE_MILLIS = 64;

    /** About a second of lost races: an append that loses more meets a defect. */
    private static final int MAX_RETRIES = 40;

    /** Within which a client that lost its replica repeats itself at another. */
    private static final Duration REPEATED_WITHIN = Duration.ofMinutes(2);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /**
     * @param publish delivers the stored entry to these members
     * @param deadline when it is refused rather than tried again
     */
    record AppendRequest(PendingEntry entry, BiConsumer<Entry, List<String>> publish, Instant deadline) {}

    private final Entries entries;
    private final LogCache cache;
    private final ConversationProjection projection;
    private final Delivery delivery;
    private final Clock clock;
    private final String conversationId;
    private final Supplier<Uni<LogState>> load;
    private final BlockedSenders blockedSenders;
    private final List<AppendRequest> requests;
    /** Those without an outcome, in order. */
    private final Deque<AppendRequest> open = new ArrayDeque<>();

    private final IdentityHashMap<AppendRequest, Uni<Appended>> outcomes = new IdentityHashMap<>();
    /** Of the last attempt. */
    private LogState state = LogState.UNKNOWN;
    /** Since something came of it. */
    private int retries;

    private boolean isFirstAttempt = true;
    /** Whether the outcome of a command was lost: what it held may come to be stored even later. */
    private boolean isUncertain;

    private boolean hasFailed;

    AppendRun(
            Entries entries,
            LogCache cache,
            ConversationProjection projection,
            Delivery delivery,
            Clock clock,
            String conversationId,
            Supplier<Uni<LogState>> load,
            BlockedSenders blockedSenders,
            List<AppendRequest> requests) {
        this.entries = entries;
        this.cache = cache;
        this.projection = projection;
        this.delivery = delivery;
        this.clock = clock;
        this.conversationId = conversationId;
        this.load = load;
        this.blockedSenders = blockedSenders;
        this.requests = requests;
    }

    /** One outcome for each request, in order; itself never fails. */
    Uni<List<Uni<Appended>>> handle() {
        open.addAll(requests);
        return attempt().map(done -> {
            if (isUncertain && hasFailed) {
                // Something may be stored that is not going to be published: the members have to look.
                delivery.deliver(state.memberIds(), new ResyncFrame());
            }
            return requests.stream().map(outcomes::get).toList();
        });
    }

    private Uni<Void> attempt() {
        refuseOverdue();
        if (open.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        isFirstAttempt = false;
        return load.get()
                .chain(loaded -> loaded.knownSeq() > loaded.lastSeq() ? catchUp(loaded) : done(loaded))
                .chain(this::refuseStrangers)
                .chain(this::insert)
                .onFailure()
                .recoverWithUni(this::failAll);
    }

    private static Uni<LogState> done(LogState state) {
        return Uni.createFrom().item(state);
    }

    /** The members read again if the log has a change of the group that is not known here. */
    private Uni<LogState> catchUp(LogState behind) {
        return entries.lastSeqOfSameGroup(conversationId, behind.lastSeq()).chain(last -> {
            if (last == null) {
                cache.drop(conversationId);
                return load.get();
            }
            cache.raise(conversationId, last);
            return done(behind.upTo(last));
        });
    }

    /** A sender who is no member as far as is known here may have become one. */
    private Uni<LogState> refuseStrangers(LogState loaded) {
        return open.stream().allMatch(request -> refusal(request, loaded) == null)
                ? done(loaded)
                : catchUp(loaded).invoke(current -> {
                    for (var request : List.copyOf(open)) {
                        var refusal = refusal(request, current);
                        if (refusal != null) {
                            open.remove(request);
                            fail(request, refusal);
                        }
                    }
                });
    }

    private static @Nullable RuntimeException refusal(AppendRequest request, LogState state) {
        return request.entry().refusal(state.memberIds(), state.changes());
    }

    private Uni<Void> insert(LogState current) {
        state = current;
        return open.isEmpty()
                ? Uni.createFrom().voidItem()
                : blockedSenders.of(conversationId, current.memberIds()).chain(hiddenFrom -> {
                    var numbered = numbered(hiddenFrom);
                    var inserted = numbered.size() == 1
                            ? entries.insert(numbered.get(0)).map(List::of)
                            : entries.insertInOrder(numbered);
                    return inserted.chain(results -> settle(numbered, results));
                });
    }

    /** What comes behind a change of the group is for its members then. */
    private List<Entry> numbered(Map<String, String> hiddenFrom) {
        var now = clock.instant();
        var numbered = new ArrayList<Entry>(open.size());
        for (var request : open) {
            numbered.add(hidden(request.entry().at(state.lastSeq() + numbered.size() + 1, now), hiddenFrom));
            if (request.entry().changesGroup()) {
                break;
            }
        }
        return numbered;
    }

    /** A new message of a blocked sender is not shown to the member who has blocked him. */
    private static Entry hidden(Entry entry, Map<String, String> hiddenFrom) {
        return entry instanceof Entry.MessageSent sent && hiddenFrom.containsKey(entry.by())
                ? new Entry.MessageSent(sent.message().hiddenFrom(hiddenFrom.get(entry.by())))
                : entry;
    }

    private void refuseOverdue() {
        var now = clock.instant();
        while (!open.isEmpty() && now.isAfter(open.element().deadline())) {
            fail(open.remove(), isFirstAttempt ? ConversationLog.busy() : slow());
        }
    }

    /** The first results are those of stored entries; what follows is dealt with by its first. */
    private Uni<Void> settle(List<Entry> numbered, List<InsertResult> results) {
        var stored = 0;
        while (stored < results.size() && results.get(stored) instanceof InsertResult.Stored) {
            store(open.remove(), numbered.get(stored));
            stored++;
        }
        return stored == results.size() ? attempt() : goOn(results.get(stored));
    }

    private void store(AppendRequest request, Entry entry) {
        retries = 0;
        if (request.entry().changesGroup()) {
            cache.drop(conversationId);
        } else {
            cache.raise(conversationId, entry.seq());
        }
        projection.appended(entry.head(), state.memberIds());
        outcomes.put(request, Uni.createFrom().item(new Appended(entry, true)));
        publish(request, entry);
    }

    /** Never fails: what is stored is stored, and members who miss it are sent a {@code resync}, or find it. */
    private void publish(AppendRequest request, Entry entry) {
        try {
            request.publish().accept(entry, state.membersAt(entry.seq()));
        } catch (RuntimeException failure) {
            Log.warnf("An entry is stored, but was not published: %s", failure);
        }
    }

    private Uni<Void> goOn(InsertResult refused) {
        if (refused instanceof InsertResult.NumberTaken) {
            return retry(() -> catchUp(state).replaceWithVoid());
        }
        if (refused instanceof InsertResult.Repeated) {
            // A client that repeats one of its messages may repeat them all.
            return retry(this::lookUpAll);
        }
        if (refused instanceof InsertResult.Unknown unknown) {
            Log.debugf("The outcome of an append is unknown: %s", unknown.cause());
            isUncertain = true;
            return retry(() -> lookUpAll().chain(() -> catchUp(state)).replaceWithVoid());
        }
        if (refused instanceof InsertResult.NotStored notStored) {
            // An outage concerns all of them; anything else, this one.
            if (notStored.cause() instanceof ApiException) {
                return failAll(notStored.cause());
            }
            fail(open.remove(), notStored.cause());
            return attempt();
        }
        throw new IllegalStateException("no branch for " + refused.getClass());
    }

    private Uni<Void> retry(Supplier<Uni<Void>> preparation) {
        if (retries >= MAX_RETRIES) {
            return failAll(slow());
        }
        return pause().chain(done -> preparation.get())
                .onFailure()
                .recoverWithUni(this::failAll)
                .chain(this::attempt);
    }

    /** None before the first retry: most conflicts are due to what was not known here, and not to a race. */
    private Uni<Void> pause() {
        retries++;
        if (retries == 1) {
            return Uni.createFrom().voidItem();
        }
        var most = Math.min(MAX_PAUSE_MILLIS, 1 << Math.min(retries, Integer.SIZE - 2));
        var millis = ThreadLocalRandom.current().nextInt(most) + 1;
        return Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(millis));
    }

    private Uni<Void> lookUpAll() {
        var sought = List.copyOf(open);
        var lookups = sought.stream()
                .map(request -> entries.find(request.entry().key()).map(Optional::ofNullable))
                .toList();
        return Uni.join()
                .all(lookups)
                .andFailFast()
                .invoke(found -> {
                    var isInOrder = true;
                    for (var at = 0; at < sought.size(); at++) {
                        var entry = found.get(at).orElse(null);
                        // Behind one of ours that is not there yet, none of ours is published: the command may still be
                        // executed.
                        isInOrder &= entry != null;
                        if (entry != null && (isInOrder || !isOwn(sought.get(at), entry))) {
                            found(sought.get(at), entry);
                        }
                    }
                })
                .replaceWithVoid();
    }

    /** Stored by this very request, whose outcome had been lost, or by an earlier one. */
    private void found(AppendRequest request, Entry entry) {
        open.remove(request);
        if (isOwn(request, entry)) {
            store(request, entry);
            return;
        }
        retries = 0;
        outcomes.put(request, Uni.createFrom().item(new Appended(entry, false)));
        // A replica that died may have stored it and published nothing; to be delivered twice does no harm.
        if (!cache.isPublished(entry) && !entry.at().isBefore(clock.instant().minus(REPEATED_WITHIN))) {
            publish(request, entry);
        }
    }

    private static boolean isOwn(AppendRequest request, Entry entry) {
        var own = request.entry().at(entry.seq(), entry.at());
        // A message may have been changed since; its id is still that of this request.
        if (own instanceof Entry.MessageSent sent && entry instanceof Entry.MessageSent found) {
            return sent.message().id().equals(found.message().id());
        }
        return own.header().equals(entry.header());
    }

    private Uni<Void> failAll(Throwable failure) {
        open.forEach(request -> fail(request, failure));
        open.clear();
        return Uni.createFrom().voidItem();
    }

    private void fail(AppendRequest request, Throwable failure) {
        hasFailed = true;
        outcomes.put(request, Uni.createFrom().failure(failure));
    }

    private static ApiException slow() {
        return ApiException.unavailable(
                ErrorCode.STORE_SLOW, "The message could not be stored in time. Send it again.", RETRY_AFTER);
    }
}
