package dev.natter.faults.client;

import dev.natter.faults.check.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One message that a client sends, and when it was acknowledged. */
public final class SentMessage {

    private final String conversationId;
    private final String senderId;
    private final String clientMessageId;
    private final String text;
    private final Set<String> readers;
    private final Instant written;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();
    private volatile LogEntry acknowledged;
    private volatile Instant acknowledgedAt;
    private volatile boolean refused;

    SentMessage(
            String conversationId,
            String senderId,
            String clientMessageId,
            String text,
            Set<String> readers,
            Instant written) {
        this.conversationId = conversationId;
        this.senderId = senderId;
        this.clientMessageId = clientMessageId;
        this.text = text;
        this.readers = readers;
        this.written = written;
    }

    public String conversationId() {
        return conversationId;
    }

    public String senderId() {
        return senderId;
    }

    public String clientMessageId() {
        return clientMessageId;
    }

    public String text() {
        return text;
    }

    void acknowledge(LogEntry message, Instant now) {
        if (acknowledged == null) {
            acknowledgedAt = now;
            acknowledged = message;
        }
    }

    void refuse() {
        refused = true;
    }

    void seenBy(String userId, Instant now) {
        seen.putIfAbsent(userId, now);
    }

    /** What the service said it has stored, or null. */
    public LogEntry acknowledged() {
        return acknowledged;
    }

    /** Whether it was refused for the moment at least once, and so has lost its place in the order. */
    public boolean wasRefused() {
        return refused;
    }

    public Instant written() {
        return written;
    }

    /** When it was stored for all its sender knows, or never. */
    public Instant acknowledgedAt() {
        return acknowledged == null ? Instant.MAX : acknowledgedAt;
    }

    /** When the last of its readers had it on the screen, or never. */
    public Instant seenByAll() {
        return readers.stream()
                .map(reader -> seen.getOrDefault(reader, Instant.MAX))
                .max(Instant::compareTo)
                .orElse(written);
    }

    /** From the writing until the last reader had it on the screen, or until now. */
    public Duration took(Instant now) {
        return Duration.between(written, seenByAll().isBefore(now) ? seenByAll() : now);
    }

    /** How long it took to one of its readers, or takes until now. */
    public Duration took(String reader, Instant now) {
        return Duration.between(written, seen.getOrDefault(reader, now));
    }

    public Set<String> readers() {
        return readers;
    }

    /** Tells what it waits for. */
    @Override
    public String toString() {
        return "Writing[%s by %s at %s, acknowledged %s%s, not seen by %s]"
                .formatted(
                        conversationId,
                        senderId,
                        written,
                        acknowledged == null ? "never" : acknowledgedAt.toString(),
                        refused ? ", put off" : "",
                        readers.stream()
                                .filter(reader -> !seen.containsKey(reader))
                                .toList());
    }

    /** How long its sender waited. */
    public Duration waited() {
        return Duration.between(written, acknowledgedAt());
    }
}
