package dev.natter.faults.check;

import java.util.List;
import java.util.stream.Stream;

/** What one person wrote one thing behind the other stands in that order. */
final class OrderIsKept implements Rule {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.sent().stream().flatMap(sent -> violations(sent, evidence));
    }

    private static Stream<String> violations(Sent sent, Evidence evidence) {
        var stored = evidence.store().getOrDefault(sent.conversationId(), List.<LogEntry>of()).stream()
                .filter(LogEntry::isMessage)
                .filter(message -> message.userId().equals(sent.senderId()))
                .map(LogEntry::clientMessageId)
                .filter(sent.keepsOrder()::contains)
                .toList();
        var written = sent.keepsOrder().stream().filter(stored::contains).toList();
        return stored.equals(written)
                ? Stream.empty()
                : Stream.of("order: what %s wrote into %s as %s is stored as %s"
                        .formatted(sent.senderId(), sent.conversationId(), written, stored));
    }
}
