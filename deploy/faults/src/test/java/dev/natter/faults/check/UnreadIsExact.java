package dev.natter.faults.check;

import java.util.List;
import java.util.stream.Stream;

/** Unread is the number of messages of others after what one has read; and what was acknowledged as read stays read. */
final class UnreadIsExact implements Rule {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.places().stream()
                .flatMap(place -> Stream.concat(
                        unread(place, evidence.store().getOrDefault(place.conversationId(), List.of())), read(place)));
    }

    private static Stream<String> unread(ReadPosition place, List<LogEntry> stored) {
        var expected = stored.stream()
                .filter(LogEntry::isMessage)
                .filter(message ->
                        message.seq() > place.readSeq() && !message.userId().equals(place.userId()))
                .count();
        return expected == place.unread()
                ? Stream.empty()
                : Stream.of("unread: %s, but it is %d".formatted(place, expected));
    }

    private static Stream<String> read(ReadPosition place) {
        return place.readSeq() >= place.acknowledgedRead()
                ? Stream.empty()
                : Stream.of("read: " + place + " went back");
    }
}
