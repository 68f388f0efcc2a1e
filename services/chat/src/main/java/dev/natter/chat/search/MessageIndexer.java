package dev.natter.chat.search;

import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.conversation.MessageQueries.LogHead;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.ProjectionListener;
import dev.natter.chat.log.Entry;
import dev.natter.chat.log.LogRange;
import dev.natter.chat.log.LogRanges;
import dev.natter.chat.log.MessageChange;
import dev.natter.chat.log.MessageId;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index up to date with the logs, off the critical path. A log is indexed when a segment is complete, when a message
 * has changed, and when nothing came for a while; each time all that is behind, from where it is indexed to. That it is
 * idempotent lets replicas do the same work, and a crash is repaired by the next search, or after the next start.
 */
@ApplicationScoped
class MessageIndexer implements ProjectionListener {

    /** Conversations that wait to be indexed; further ones are found behind when they are searched. */
    private static final int MAX_PENDING = 20_000;
    /** Conversations that are indexed at each interval. */
    private static final int MAX_BATCH = 64;

    private static final int MAX_CONCURRENCY = 4;
    /** Entries of one log that are indexed at a time: eight segments. */
    private static final int MAX_ENTRIES = 8 * Segment.SIZE;

    private final LogRanges log;
    private final Segments segments;
    private final Memberships memberships;
    private final SearchConfig config;
    private final Clock clock;
    private final ConcurrentMap<String, Pending> pending = new ConcurrentHashMap<>();
    /** The last conversation that was checked after the start; null when all are. */
    private volatile @Nullable String backfilled = "";

    /**
     * @param from the entry that was the newest when the first of these came
     * @param isDue at the next interval, whatever it is
     */
    private record Pending(long from, long to, Instant changedAt, boolean isDue) {
        Pending and(Pending other) {
            return new Pending(
                    Math.min(from, other.from), Math.max(to, other.to), other.changedAt, isDue || other.isDue);
        }
    }

    MessageIndexer(LogRanges log, Segments segments, Memberships memberships, SearchConfig config, Clock clock) {
        this.log = log;
        this.segments = segments;
        this.memberships = memberships;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public void projected(LogHead head) {
        request(head.conversationId(), new Pending(head.seq(), head.seq(), clock.instant(), head.message() == null));
    }

    /** The log is behind: index it at the next interval. */
    void request(String conversationId) {
        request(conversationId, new Pending(0, 0, clock.instant(), true));
    }

    private void request(String conversationId, Pending request) {
        if (pending.size() < MAX_PENDING || pending.containsKey(conversationId)) {
            pending.merge(conversationId, request, Pending::and);
        }
    }

    @Scheduled(
            every = "${natter.search.interval}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> onInterval() {
        return backfill()
                .chain(this::indexDue)
                .onFailure()
                .invoke(failure -> Log.warnf("Messages are not indexed, retrying: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** What earlier releases stored, and what was appended but not indexed when a replica ended. */
    private Uni<Void> backfill() {
        var after = backfilled;
        if (after == null || pending.size() > MAX_BATCH) {
            return Uni.createFrom().voidItem();
        }
        return memberships
                .lastSeqs(after, config.backfillBatch())
                .chain(found -> segments.indexed(found.keySet()).invoke(indexed -> {
                    found.forEach((id, lastSeq) -> {
                        if (lastSeq > indexed.getOrDefault(id, 0L)) {
                            request(id);
                        }
                    });
                    backfilled = found.size() < config.backfillBatch() ? null : found.lastKey();
                }))
                .replaceWithVoid();
    }

    private Uni<Void> indexDue() {
        var idleSince = clock.instant().minus(config.idle());
        var due = pending.entrySet().stream()
                .filter(each -> isDue(each.getValue(), idleSince))
                .limit(MAX_BATCH)
                .toList();
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUni(each -> index(each.getKey())
                        .invoke(isComplete -> {
                            if (isComplete) {
                                pending.remove(each.getKey(), each.getValue());
                            } else {
                                request(each.getKey());
                            }
                        })
                        // One log that cannot be indexed must not keep the others waiting.
                        .onFailure()
                        .invoke(failure -> Log.warnf("A log is not indexed, retrying: %s", failure))
                        .onFailure()
                        .recoverWithNull())
                .merge(MAX_CONCURRENCY)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static boolean isDue(Pending each, Instant idleSince) {
        return each.isDue()
                || Segment.numberOf(each.from()) < Segment.numberOf(each.to() + 1)
                || !each.changedAt().isAfter(idleSince);
    }

    /** Whether all of the log is indexed. */
    Uni<Boolean> index(String conversationId) {
        return segments.indexed(List.of(conversationId))
                .map(found -> found.getOrDefault(conversationId, 0L))
                .chain(from -> log.read(List.of(new LogRange(conversationId, from, from + MAX_ENTRIES)), MAX_ENTRIES)
                        .chain(entries -> entries.isEmpty()
                                ? Uni.createFrom().item(true)
                                : index(conversationId, entries).replaceWith(entries.size() < MAX_ENTRIES)));
    }

    private Uni<Void> index(String conversationId, List<Entry> behind) {
        var numbers = new TreeSet<Long>();
        behind.forEach(entry -> {
            numbers.add(Segment.numberOf(entry.seq()));
            changedSeq(entry).ifPresent(seq -> numbers.add(Segment.numberOf(seq)));
        });
        var last = behind.stream().mapToLong(Entry::seq).max().orElseThrow();
        return read(conversationId, numbers)
                .chain(segments::put)
                // Behind the segments: what a crash leaves between the two is indexed again.
                .chain(() -> segments.advance(Map.of(conversationId, last)));
    }

    /** The number of the message whose text this entry changes. */
    static OptionalLong changedSeq(Entry entry) {
        return entry instanceof MessageChange.MessageEdited || entry instanceof MessageChange.MessageDeleted
                ? OptionalLong.of(MessageId.seq(((MessageChange) entry).messageId()))
                : OptionalLong.empty();
    }

    private Uni<List<Segment>> read(String conversationId, Set<Long> numbers) {
        var ranges = numbers.stream()
                .map(number -> Segment.range(conversationId, number))
                .toList();
        return log.read(ranges, ranges.size() * Segment.SIZE)
                .map(entries -> numbers.stream()
                        .map(number -> Segment.of(conversationId, number, messages(entries, number)))
                        .toList());
    }

    private static List<MessageView> messages(List<Entry> entries, long number) {
        var messages = new ArrayList<MessageView>();
        for (var entry : entries) {
            if (entry instanceof Entry.MessageSent sent && Segment.numberOf(entry.seq()) == number) {
                messages.add(sent.message());
            }
        }
        messages.sort(Comparator.comparing(MessageView::seq));
        return messages;
    }
}
