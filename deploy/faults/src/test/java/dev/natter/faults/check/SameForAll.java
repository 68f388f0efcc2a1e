package dev.natter.faults.check;

import java.util.List;
import java.util.stream.Stream;

/** Every screen shows what the store holds, all of it, in the order of the numbers. */
final class SameForAll implements Rule {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return Stream.concat(
                evidence.store().entrySet().stream()
                        .filter(each -> !ascends(each.getValue()))
                        .map(each -> "order: the store's history of " + each.getKey() + " does not count up"),
                evidence.screens().stream().flatMap(screen -> differences(screen, evidence)));
    }

    private static Stream<String> differences(Screen screen, Evidence evidence) {
        var stored = settled(evidence.store().getOrDefault(screen.conversationId(), List.<LogEntry>of()));
        var shown = settled(screen.entries());
        for (var i = 0; i < Math.max(stored.size(), shown.size()); i++) {
            var here = i < shown.size() ? shown.get(i) : null;
            var there = i < stored.size() ? stored.get(i) : null;
            if (here == null || !here.equals(there)) {
                return Stream.of("screen: %s has at place %d of %s %s, the store %s (%d and %d entries)"
                        .formatted(
                                screen.client(), i, screen.conversationId(), here, there, shown.size(), stored.size()));
            }
        }
        return Stream.empty();
    }

    private static List<LogEntry> settled(List<LogEntry> log) {
        return log.stream().map(entry -> entry.after(log)).toList();
    }

    private static boolean ascends(List<LogEntry> entries) {
        for (var i = 1; i < entries.size(); i++) {
            if (entries.get(i).seq() <= entries.get(i - 1).seq()) {
                return false;
            }
        }
        return true;
    }
}
