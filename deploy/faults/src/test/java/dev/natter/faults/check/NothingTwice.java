package dev.natter.faults.check;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** No message is there twice: not in the store, not on any screen, and no number is given twice. */
final class NothingTwice implements Rule {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return Stream.concat(
                evidence.store().values().stream().flatMap(messages -> doubled("the store", messages)),
                evidence.screens().stream()
                        .flatMap(screen -> doubled("the screen of " + screen.client(), screen.messages())));
    }

    private static Stream<String> doubled(String where, List<Message> messages) {
        var keys = new HashSet<String>();
        var numbers = new HashSet<Long>();
        return messages.stream()
                .filter(message -> {
                    var knownKey = !keys.add(message.key());
                    var knownNumber = !numbers.add(message.seq());
                    return knownKey || knownNumber;
                })
                .map(message -> "twice: " + message + " in " + where);
    }
}
