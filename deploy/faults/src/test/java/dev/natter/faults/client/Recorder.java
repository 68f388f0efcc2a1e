package dev.natter.faults.client;

import dev.natter.faults.check.LogEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Writes down everything that happens to clients, with the time. For all threads. */
public final class Recorder {

    /** The end of a connection. */
    public record Closed(String client, int code, Instant at) {}

    /** An answer that a client should not get, whatever is broken. */
    public record Oddity(String request, HttpReply answer, Instant at) {}

    private final Map<String, SentMessage> writings = new ConcurrentHashMap<>();
    private final Queue<SentMessage> inOrder = new ConcurrentLinkedQueue<>();
    private final Queue<Closed> closed = new ConcurrentLinkedQueue<>();
    private final Queue<Oddity> oddities = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> read = new ConcurrentHashMap<>();
    private final Set<String> pushed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final Map<String, AtomicInteger> counts = new ConcurrentSkipListMap<>();
    private final AtomicReference<Instant> backAt = new AtomicReference<>(Instant.MIN);
    private final Clock clock;
    private volatile boolean ended;

    public Recorder(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    SentMessage writes(String conversationId, String senderId, String text, Set<String> readers) {
        var writing =
                new SentMessage(conversationId, senderId, UUID.randomUUID().toString(), text, readers, clock.instant());
        writings.put(key(conversationId, senderId, writing.clientMessageId()), writing);
        inOrder.add(writing);
        return writing;
    }

    void seen(LogEntry message, String userId) {
        var writing = writings.get(message.key());
        if (writing != null) {
            writing.seenBy(userId, clock.instant());
        }
    }

    void pushed(LogEntry message, String userId) {
        pushed.add(message.key() + "/" + userId);
    }

    void read(String conversationId, String userId, long seq) {
        read.merge(conversationId + "/" + userId, seq, Math::max);
    }

    /** What happens to connections from now on is our own doing. */
    public void end() {
        ended = true;
    }

    void closed(String client, int code) {
        if (ended) {
            return;
        }
        closed.add(new Closed(client, code, clock.instant()));
    }

    void ready() {
        backAt.accumulateAndGet(clock.instant(), (one, other) -> one.isAfter(other) ? one : other);
    }

    void upgradeRefused(String status) {
        count("upgrade " + status);
    }

    void refusedFrame(String code) {
        count("frame " + code);
    }

    void fetched() {
        count("fetch");
    }

    private void count(String what) {
        counts.computeIfAbsent(what, absent -> new AtomicInteger()).incrementAndGet();
    }

    void answered(String request, HttpReply answer) {
        answers.incrementAndGet();
        if (answer.isCleanRefusal()) {
            refusals.incrementAndGet();
        } else if (answer.status() == 0 || answer.status() >= 400) {
            oddities.add(new Oddity(request, answer, clock.instant()));
        }
    }

    private static String key(String conversationId, String senderId, String clientMessageId) {
        return conversationId + "/" + senderId + "/" + clientMessageId;
    }

    /** In the order of writing. */
    public Collection<SentMessage> writings() {
        return inOrder;
    }

    /** What was acknowledged. */
    public List<LogEntry> acknowledged() {
        return inOrder.stream()
                .map(SentMessage::acknowledged)
                .filter(message -> message != null)
                .toList();
    }

    /** The furthest that was acknowledged to be read. */
    public long read(String conversationId, String userId) {
        return read.getOrDefault(conversationId + "/" + userId, 0L);
    }

    public Collection<Closed> closed() {
        return closed;
    }

    /** Answers that are neither what was asked for nor a clean 503. */
    public Collection<Oddity> oddities() {
        return oddities;
    }

    /** The ids of the readers, other than the sender, to whom no socket has pushed this message. */
    public Set<String> notPushedTo(SentMessage writing) {
        var key = key(writing.conversationId(), writing.senderId(), writing.clientMessageId());
        return writing.readers().stream()
                .filter(reader -> !reader.equals(writing.senderId()) && !pushed.contains(key + "/" + reader))
                .collect(Collectors.toSet());
    }

    /** How often what happened that is worth counting, by its name. */
    public Map<String, AtomicInteger> counts() {
        return counts;
    }

    /** When the last client so far was ready. */
    public Instant backAt() {
        return backAt.get();
    }

    public int answers() {
        return answers.get();
    }

    public int refusals() {
        return refusals.get();
    }
}
