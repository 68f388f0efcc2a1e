package dev.natter.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.faults.client.Recorder;
import dev.natter.faults.client.SentMessage;
import dev.natter.faults.nemesis.Nemesis;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a trial has shown. */
final class Findings {

    /** Whether being late is a broken promise: only where nothing else uses the machine. */
    static final boolean TIMED = Boolean.getBoolean("natter.faults.timed");

    /** What is slower than this is not as it was before the fault. */
    private static final Duration QUICK = Duration.ofSeconds(4);

    private final Nemesis nemesis;
    private final Recorder recorder;
    private final int mails;
    private final Instant began;
    private final Instant over;

    Findings(Nemesis nemesis, Recorder recorder, int mails, Instant began, Instant over) {
        this.nemesis = nemesis;
        this.recorder = recorder;
        this.mails = mails;
        this.began = began;
        this.over = over;
    }

    /** What was written since then, or is on its way still, and takes longer than it should. */
    static List<SentMessage> lateSince(Recorder recorder, Instant since) {
        var now = recorder.now();
        return recorder.writings().stream()
                .filter(writing ->
                        writing.written().isAfter(since) || writing.seenByAll().equals(Instant.MAX))
                .filter(writing -> writing.took(now).compareTo(QUICK) > 0)
                .toList();
    }

    void check(List<String> violations) {
        assertThat(violations).as(nemesis.name() + ": broken promises").isEmpty();
        if (TIMED) {
            assertThat(recovery())
                    .as(nemesis.name() + ": until everything was as quick as before; the last: " + late())
                    .isLessThanOrEqualTo(nemesis.recovery());
        }
        var oddities = recorder.oddities().stream()
                .filter(oddity -> oddity.answer().status() != 0 || !nemesis.has(Nemesis.Trait.CUTS_REQUESTS))
                .toList();
        assertThat(oddities)
                .as(nemesis.name() + ": answers that are neither what was asked for nor a clean 503")
                .isEmpty();
    }

    /** While the fault lasts, what those to whom nothing happens write to each other is as quick as before. */
    void spared(Set<String> personIds) {
        if (TIMED) {
            var now = recorder.now();
            var slow = recorder.writings().stream()
                    .filter(writing -> personIds.contains(writing.senderId()))
                    // What a flood does when it begins, and a fault when it ends, is not what is asked here.
                    .filter(writing -> writing.written().isAfter(began.plus(QUICK)))
                    .filter(writing -> writing.written().isBefore(over.minus(QUICK)))
                    .filter(writing -> writing.readers().stream()
                            .filter(personIds::contains)
                            .anyMatch(reader -> writing.took(reader, now).compareTo(QUICK) > 0))
                    .toList();
            assertThat(slow.stream().limit(3))
                    .as(nemesis.name() + ": slow among those to whom nothing happened, three of " + slow.size())
                    .isEmpty();
        }
    }

    /** From the end of the fault until the last late message was on the last screen. */
    Duration recovery() {
        var last = recorder.writings().stream()
                .filter(writing -> writing.took(recorder.now()).compareTo(QUICK) > 0)
                .map(SentMessage::seenByAll)
                .max(Instant::compareTo)
                .orElse(over);
        return last.isAfter(over) ? Duration.between(over, last) : Duration.ZERO;
    }

    private List<SentMessage> late() {
        return recorder.writings().stream()
                .filter(writing -> writing.took(recorder.now()).compareTo(QUICK) > 0)
                .sorted(Comparator.comparing(SentMessage::seenByAll).reversed())
                .limit(3)
                .toList();
    }

    private Duration longest(Function<SentMessage, Duration> time) {
        return recorder.writings().stream().map(time).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private String back() {
        var dropped = recorder.closed().stream()
                .filter(closed -> closed.at().isAfter(began))
                .toList();
        if (dropped.isEmpty()) {
            return "none";
        }
        var codes = dropped.stream()
                .collect(Collectors.groupingBy(Recorder.Closed::code, TreeMap::new, Collectors.counting()));
        return codes.toString();
    }

    /** One line of the report's table. */
    String line() {
        return "| `%s` | %s | %.1f s | %d | %d | %.1f s | %.1f s | **%.1f s** (at most %d s) | %s | %d of %d | %s |"
                .formatted(
                        nemesis.name(),
                        nemesis.what(),
                        seconds(Duration.between(began, over)),
                        recorder.acknowledged().size(),
                        mails,
                        seconds(longest(SentMessage::waited)),
                        seconds(longest(writing -> writing.took(recorder.now()))),
                        seconds(recovery()),
                        nemesis.recovery().toSeconds(),
                        back(),
                        recorder.refusals(),
                        recorder.answers(),
                        recorder.counts());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
