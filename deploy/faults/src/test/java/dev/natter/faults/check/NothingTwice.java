package dev.natter.faults.check;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** No message and no change is there twice: not in the store, not on any screen, and no number is given twice. */
final class NothingTwice implements Rule {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return Stream.concat(
                evidence.store().values().stream().flatMap(entries -> doubled("the store", entries)),
                evidence.screens().stream()
                        .flatMap(screen -> doubled("the screen of " + screen.client(), screen.entries())));
    }

    private static Stream<String> doubled(String where, List<LogEntry> entries) {
        var keys = new HashSet<String>();
        var numbers = new HashSet<Long>();
        return entries.stream()
                .filter(entry -> {
                    var knownKey = !keys.add(entry.key());
                    var knownNumber = !numbers.add(entry.seq());
                    return knownKey || knownNumber;
                })
                .map(entry -> "twice: " + entry + " in " + where);
    }
}
