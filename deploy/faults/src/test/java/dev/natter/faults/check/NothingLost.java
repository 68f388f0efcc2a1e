package dev.natter.faults.check;

import java.util.List;
import java.util.stream.Stream;

/** What was acknowledged is stored, as it was acknowledged. */
final class NothingLost implements Rule {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.acknowledged().stream()
                .filter(message -> {
                    var log = evidence.store().getOrDefault(message.conversationId(), List.of());
                    return !log.contains(message) && !log.contains(message.after(log));
                })
                .map(message -> "lost: " + message + " was acknowledged, and is not stored so");
    }
}
