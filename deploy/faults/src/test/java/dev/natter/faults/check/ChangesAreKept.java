package dev.natter.faults.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.stream.Stream;

/** An acknowledged change to a message is in the log, and a message is what its changes have made of it in their order. */
final class ChangesAreKept implements Rule {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return Stream.concat(
                evidence.changes().stream()
                        .filter(change ->
                                log(evidence, change.conversationId()).stream().noneMatch(change::isMadeBy))
                        .map(change -> "change: " + change + " was acknowledged, and is not in the log"),
                evidence.states().stream()
                        .filter(state -> !state.equals(replayed(state, log(evidence, state.conversationId()))))
                        .map(state -> "change: %s is not what the log has made of it: %s"
                                .formatted(state, replayed(state, log(evidence, state.conversationId())))));
    }

    private static List<LogEntry> log(Evidence evidence, String conversationId) {
        return evidence.store().getOrDefault(conversationId, List.of());
    }

    private static FinalState replayed(FinalState shown, List<LogEntry> log) {
        var ofMessage = log.stream()
                .filter(entry -> shown.messageId().equals(entry.messageId()))
                .toList();
        var texts = ofMessage.stream()
                .filter(entry -> !entry.type().equals(LogEntry.REACTED))
                .map(LogEntry::text)
                .toList();
        var reactions = ofMessage.stream()
                .filter(entry -> entry.type().equals(LogEntry.REACTED))
                .collect(groupingBy(LogEntry::text, mapping(LogEntry::userId, toSet())));
        return new FinalState(
                shown.conversationId(),
                shown.messageId(),
                texts.isEmpty() ? null : texts.get(texts.size() - 1),
                texts.size() > 1,
                reactions);
    }
}
