package dev.natter.chat.log;

import dev.natter.chat.conversation.MessageQueries.LogHead;
import dev.natter.chat.conversation.MessageQueries.Unread;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.log.Entries.InsertResult;
import dev.natter.chat.log.PendingEntry.IdempotencyKey;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Logs as long as a test lasts, refusing what the unique indexes refuse; inserts can be made to wait, to fail and to get lost. */
public final class InMemoryEntries implements Entries {

    private static final InsertResult UNKNOWN =
            new InsertResult.Unknown(new IllegalStateException("connection broken"));

    private final Map<String, TreeMap<Long, Entry>> logs = new HashMap<>();
    private final Queue<Fault> faults = new ArrayDeque<>();
    private boolean numbersAreTaken;
    private boolean isAway;
    private int inserts;

    /** What happens to the next insert instead. */
    private interface Fault {
        Uni<List<InsertResult>> to(List<Entry> entries);
    }

    /** The next insert waits for this before it does anything. */
    public void delayNextInsert(Supplier<Uni<Void>> step) {
        add(entries -> step.get().chain(() -> insertAll(entries)));
    }

    /** The next insert never reaches the store, and its caller knows that. */
    public void refuseNextInsert() {
        add(entries -> Uni.createFrom().item(Collections.nCopies(entries.size(), new InsertResult.NotStored(away()))));
    }

    /** The connection breaks when the store has inserted so many of the next insert; the caller learns nothing. */
    public void breakNextInsertAfter(int stored) {
        add(entries -> insertAll(entries.subList(0, Math.min(stored, entries.size())))
                .map(some -> Collections.nCopies(entries.size(), UNKNOWN)));
    }

    /** As above; what was not inserted yet is, while the caller already looks for it. */
    public void breakNextInsertAndFinishItLater() {
        add(entries -> {
            faultOnNextRead(() -> atomically(() -> insertNow(entries)));
            return Uni.createFrom().item(Collections.nCopies(entries.size(), UNKNOWN));
        });
    }

    private Supplier<Uni<?>> onNextRead;

    /** The next read does not come back before this. */
    public void delayNextRead(Supplier<Uni<?>> step) {
        faultOnNextRead(step);
    }

    private void faultOnNextRead(Supplier<Uni<?>> deed) {
        onNextRead = deed;
    }

    /** What was to go wrong does not any more. */
    public synchronized void noMoreFaults() {
        faults.clear();
    }

    /** From now on another replica takes every number. */
    public synchronized void takeAllNumbers() {
        numbersAreTaken = true;
    }

    /** From now on the store cannot be read. */
    public synchronized void goAway() {
        isAway = true;
    }

    public synchronized void comeBack() {
        isAway = false;
    }

    private synchronized void add(Fault fault) {
        faults.add(fault);
    }

    /** All entries, ascending. */
    public synchronized List<Entry> all(String conversationId) {
        return List.copyOf(log(conversationId).values());
    }

    /** All messages, ascending. */
    public List<MessageView> messages(String conversationId) {
        return all(conversationId).stream()
                .filter(InMemoryEntries::isMessage)
                .map(entry -> ((Entry.MessageSent) entry).message())
                .toList();
    }

    /** How many inserts there were. */
    public synchronized int inserts() {
        return inserts;
    }

    private TreeMap<Long, Entry> log(String conversationId) {
        return logs.computeIfAbsent(conversationId, id -> new TreeMap<>());
    }

    @Override
    public Uni<InsertResult> insert(Entry entry) {
        return insertInOrder(List.of(entry)).map(results -> results.get(0));
    }

    @Override
    public Uni<List<InsertResult>> insertInOrder(List<Entry> entries) {
        return Uni.createFrom().deferred(() -> {
            Fault fault;
            synchronized (this) {
                inserts++;
                fault = faults.poll();
            }
            return fault == null ? insertAll(entries) : fault.to(entries);
        });
    }

    private Uni<List<InsertResult>> insertAll(List<Entry> entries) {
        return atomically(() -> insertNow(entries));
    }

    private List<InsertResult> insertNow(List<Entry> entries) {
        var results = new ArrayList<InsertResult>();
        var refused = false;
        for (var entry : entries) {
            var result = refused
                    ? new InsertResult.NotStored(new IllegalStateException("behind a refused one"))
                    : insertNow(entry);
            refused = !(result instanceof InsertResult.Stored);
            results.add(result);
        }
        return results;
    }

    /** As servers do: of two indexes that are violated, the one of ids is named. */
    private InsertResult insertNow(Entry entry) {
        var log = log(entry.conversationId());
        if (numbersAreTaken || log.containsKey(entry.seq())) {
            return new InsertResult.NumberTaken();
        }
        if (findNow(key(entry)) != null) {
            return new InsertResult.Repeated();
        }
        log.put(entry.seq(), entry);
        return new InsertResult.Stored();
    }

    private static IdempotencyKey key(Entry entry) {
        return entry.header().idempotencyKey();
    }

    private Entry findNow(IdempotencyKey key) {
        return log(key.conversationId()).values().stream()
                .filter(entry -> key(entry).equals(key))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Uni<Entry> find(IdempotencyKey key) {
        return read(() -> findNow(key));
    }

    @Override
    public Uni<Long> lastSeq(String conversationId, long known) {
        return read(() -> log(conversationId).isEmpty()
                ? known
                : Math.max(known, log(conversationId).lastKey()));
    }

    @Override
    public Uni<Long> lastSeqOfSameGroup(String conversationId, long known) {
        return read(() -> {
            var beyond = log(conversationId).tailMap(known, false);
            if (beyond.values().stream().anyMatch(GroupChanged.class::isInstance)) {
                return null;
            }
            return beyond.isEmpty() ? known : beyond.lastKey();
        });
    }

    @Override
    public Uni<GroupChanges> groupChanges(String conversationId, long after) {
        return read(() -> {
            var beyond = log(conversationId).tailMap(after, false);
            var changes = beyond.values().stream()
                    .filter(GroupChanged.class::isInstance)
                    .map(entry -> ((GroupChanged) entry).change())
                    .toList();
            return new GroupChanges(changes, beyond.isEmpty() ? after : beyond.lastKey());
        });
    }

    @Override
    public Uni<List<Entry>> following(String conversationId, long after, int limit) {
        return read(() -> log(conversationId).tailMap(after, false).values().stream()
                .limit(limit)
                .toList());
    }

    @Override
    public Uni<List<Entry>> shownFollowing(String conversationId, String readerId, long after, int limit) {
        return read(() -> log(conversationId).tailMap(after, false).values().stream()
                .filter(entry -> isShown(entry) && isVisible(entry, readerId))
                .limit(limit)
                .toList());
    }

    @Override
    public Uni<List<Entry>> shownPreceding(String conversationId, String readerId, long before, int limit) {
        return preceding(conversationId, before, limit, entry -> isShown(entry) && isVisible(entry, readerId));
    }

    @Override
    public Uni<MessageView> newestVisible(String conversationId, String readerId) {
        return preceding(conversationId, Long.MAX_VALUE, 1, entry -> isMessage(entry) && isVisible(entry, readerId))
                .map(found -> found.isEmpty() ? null : ((Entry.MessageSent) found.get(0)).message());
    }

    private static boolean isVisible(Entry entry, String readerId) {
        return !readerId.equals(entry.header().hiddenFrom());
    }

    private static boolean isShown(Entry entry) {
        return !(entry instanceof MessageChange);
    }

    private static boolean isMessage(Entry entry) {
        return entry instanceof Entry.MessageSent;
    }

    private Uni<List<Entry>> preceding(String conversationId, long before, int limit, Predicate<Entry> filter) {
        return read(() -> log(conversationId).headMap(before, false).values().stream()
                .filter(filter)
                .sorted(Comparator.comparing(Entry::seq).reversed())
                .limit(limit)
                .toList());
    }

    @Override
    public Uni<Set<String>> authors(String conversationId, long seq, int limit) {
        return preceding(conversationId, seq + 1, limit, InMemoryEntries::isMessage)
                .map(found -> found.stream().map(Entry::by).collect(Collectors.toSet()));
    }

    @Override
    public Uni<Map<String, List<String>>> speakers(Map<String, Long> above) {
        return read(() -> above.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> log(each.getKey()).tailMap(each.getValue(), false).descendingMap().values().stream()
                                .filter(InMemoryEntries::isMessage)
                                .map(Entry::by)
                                .distinct()
                                .toList())));
    }

    @Override
    public Uni<Map<String, Unread>> unread(String readerId, Map<String, Long> above) {
        return read(() -> {
            var unread = new HashMap<String, Unread>();
            above.forEach((id, seq) -> {
                var beyond = log(id).tailMap(seq, false);
                if (!beyond.isEmpty()) {
                    var ofOthers = beyond.values().stream()
                            .filter(entry ->
                                    isMessage(entry) && !entry.by().equals(readerId) && isVisible(entry, readerId))
                            .count();
                    unread.put(id, new Unread(ofOthers, beyond.lastKey()));
                }
            });
            return unread;
        });
    }

    @Override
    public Uni<LogHead> newest(String conversationId) {
        return read(() -> {
            var log = log(conversationId);
            if (log.isEmpty()) {
                return null;
            }
            var head = log.lastEntry().getValue().head();
            return head.message() != null
                    ? head
                    : log.descendingMap().values().stream()
                            .filter(InMemoryEntries::isMessage)
                            .findFirst()
                            .map(entry -> head.with(((Entry.MessageSent) entry).message()))
                            .orElse(head);
        });
    }

    @Override
    public Uni<List<MessageView>> quoting(List<MessageView> messages) {
        return Uni.createFrom().item(messages);
    }

    /** As a replica that knows nothing of the log. */
    @Override
    public long knownSeq(String conversationId) {
        return 0;
    }

    private <T> Uni<T> read(Supplier<T> question) {
        return Uni.createFrom().deferred(() -> {
            Supplier<Uni<?>> before;
            synchronized (this) {
                if (isAway) {
                    return Uni.createFrom().failure(away());
                }
                before = onNextRead;
                onNextRead = null;
            }
            return atomically(question)
                    .call(() -> before == null ? Uni.createFrom().voidItem() : before.get());
        });
    }

    private static ApiException away() {
        return ApiException.unavailable(ErrorCode.STORE_UNAVAILABLE, "away", Duration.ofSeconds(1));
    }

    private <T> Uni<T> atomically(Supplier<T> deed) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                return deed.get();
            }
        });
    }
}
