package dev.natter.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each promise broken once: the checker must see it, and see nothing when all is well. */
class CheckerTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final LogEntry FIRST = LogEntry.message("c", 1, "ada", "a1", "one");
    private static final LogEntry SECOND = LogEntry.message("c", 2, "bob", "b1", "two");
    private static final LogEntry THIRD = LogEntry.message("c", 3, "ada", "a2", "three");

    private static final LogEntry EDIT = new LogEntry("c", 3, LogEntry.EDITED, "ada", "m-a1", null, "uno");
    private static final LogEntry LIKE = new LogEntry("c", 4, LogEntry.REACTED, "bob", "m-a1", null, "👍");

    private final Checker checker = new Checker(Duration.ofMinutes(5), Duration.ofSeconds(1));
    private EvidenceBuilder story = new EvidenceBuilder(FIRST, SECOND, THIRD);

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(checker.violations(story.evidence())).isEmpty();
    }

    @Test
    void seesAnAcknowledgedMessageThatIsGone() {
        story.stored(FIRST, SECOND).shown(FIRST, SECOND).place("bob", 3, 0, 0);

        assertThat(checker.violations(story.evidence()))
                .singleElement()
                .asString()
                .startsWith("lost: ")
                .contains("a2");
    }

    @Test
    void seesAnAcknowledgedMessageThatIsStoredUnderAnotherNumber() {
        var moved = LogEntry.message("c", 4, "ada", "a2", "three");
        story.stored(FIRST, SECOND, moved).shown(FIRST, SECOND, moved);

        assertThat(checker.violations(story.evidence()))
                .singleElement()
                .asString()
                .startsWith("lost: ");
    }

    @Test
    void seesAMessageThatIsStoredTwice() {
        var again = LogEntry.message("c", 4, "ada", "a2", "three");
        story.stored(FIRST, SECOND, THIRD, again)
                .shown(FIRST, SECOND, THIRD, again)
                .place("bob", 4, 0, 0);

        assertThat(checker.violations(story.evidence()))
                .filteredOn(sentence -> sentence.startsWith("twice: "))
                .anyMatch(sentence -> sentence.endsWith("the store"))
                .anyMatch(sentence -> sentence.endsWith("the screen of bob"));
    }

    @Test
    void seesTwoMessagesOfOneNumber() {
        var rival = LogEntry.message("c", 3, "bob", "b2", "three, too");
        story.stored(FIRST, SECOND, THIRD, rival).shown(FIRST, SECOND, THIRD, rival);

        assertThat(checker.violations(story.evidence()))
                .anyMatch(sentence -> sentence.startsWith("twice: "))
                .anyMatch(sentence -> sentence.startsWith("order: "));
    }

    @Test
    void seesAScreenThatLacksAMessage() {
        story.shown(FIRST, THIRD);

        assertThat(checker.violations(story.evidence()))
                .singleElement()
                .asString()
                .startsWith("screen: ");
    }

    @Test
    void seesAScreenInAnotherOrder() {
        story.shown(FIRST, THIRD, SECOND);

        assertThat(checker.violations(story.evidence()))
                .singleElement()
                .asString()
                .startsWith("screen: ");
    }

    @Test
    void seesAMessageThatOvertookTheOneBeforeIt() {
        story.written("a2", "a1");

        assertThat(checker.violations(story.evidence()))
                .singleElement()
                .asString()
                .startsWith("order: ");
    }

    @Test
    void expectsNoOrderOfWhatWasRefusedOnTheWay() {
        story.written("a2");

        assertThat(checker.violations(story.evidence())).isEmpty();
    }

    @Test
    void seesAWrongUnread() {
        story.place("bob", 0, 1, 0);

        assertThat(checker.violations(story.evidence()))
                .singleElement()
                .asString()
                .startsWith("unread: ");
    }

    @Test
    void seesAReadPositionThatWentBack() {
        story.place("bob", 0, 2, 2);

        assertThat(checker.violations(story.evidence()))
                .singleElement()
                .asString()
                .startsWith("read: ");
    }

    @Test
    void findsNothingWhereChangesAreKept() {
        changed(FIRST, SECOND, EDIT, LIKE);

        assertThat(checker.violations(story.evidence())).isEmpty();
    }

    @Test
    void takesTheEntryOfAnEditedMessageWithEitherText() {
        changed(LogEntry.message("c", 1, "ada", "a1", "uno"), SECOND, EDIT, LIKE);
        story.shown(FIRST, SECOND, EDIT, LIKE);

        assertThat(checker.violations(story.evidence())).isEmpty();
    }

    @Test
    void seesAScreenThatLacksAChange() {
        changed(FIRST, SECOND, EDIT, LIKE);
        story.shown(FIRST, SECOND, LIKE);

        assertThat(checker.violations(story.evidence()))
                .singleElement()
                .asString()
                .startsWith("screen: ");
    }

    @Test
    void seesAnAcknowledgedChangeThatIsNotInTheLog() {
        changed(FIRST, SECOND, LIKE);

        assertThat(checker.violations(story.evidence()))
                .hasSize(2)
                .allMatch(sentence -> sentence.startsWith("change: "))
                .anyMatch(sentence -> sentence.contains("is not in the log"));
    }

    @Test
    void seesAMessageWithoutAReactionThatTheLogHas() {
        changed(FIRST, SECOND, EDIT, LIKE, new LogEntry("c", 5, LogEntry.REACTED, "bob", "m-a1", null, "😂"));

        assertThat(checker.violations(story.evidence()))
                .singleElement()
                .asString()
                .startsWith("change: ");
    }

    @Test
    void seesAChangeThatIsMadeTwice() {
        changed(FIRST, SECOND, EDIT, LIKE, new LogEntry("c", 5, LogEntry.EDITED, "ada", "m-a1", null, "uno"));

        assertThat(checker.violations(story.evidence())).anyMatch(sentence -> sentence.startsWith("twice: "));
    }

    /** Ada's first message was edited and liked, which is what is shown in the end. */
    private void changed(LogEntry... log) {
        story = new EvidenceBuilder(FIRST, SECOND);
        story.written("a1")
                .place("bob", 1, 0, 1)
                .changed(new Change("c", LogEntry.EDITED, "ada", "m-a1", "uno"))
                .changed(new Change("c", LogEntry.REACTED, "bob", "m-a1", "👍"))
                .state(new FinalState("c", "m-a1", "uno", true, Map.of("👍", Set.of("bob"))))
                .stored(log)
                .shown(log);
    }

    @Test
    void seesAMailThatNeverCame() {
        story.mail(new Mail("ada@example.com", NOON, NOON, List.of(), false));

        assertThat(checker.violations(story.evidence()))
                .singleElement()
                .asString()
                .startsWith("mail: ");
    }

    @Test
    void seesAMailThatCameWhenItsCodeWasDead() {
        story.mail(new Mail("ada@example.com", NOON, NOON, List.of(NOON.plusSeconds(302)), false));

        assertThat(checker.violations(story.evidence()))
                .singleElement()
                .asString()
                .startsWith("mail: ");
    }

    @Test
    void takesAParkedMailAndOneThatCameTwice() {
        story.mail(new Mail("ada@example.com", NOON, NOON, List.of(), true))
                .mail(new Mail("bob@example.com", NOON, NOON, List.of(NOON, NOON.plusSeconds(9)), false));

        assertThat(checker.violations(story.evidence())).isEmpty();
    }

    @Test
    void seesAPictureThatOthersAreNotShown() {
        story.picture(new ImageMessage("i1", "a1", true, "404"))
                .picture(new ImageMessage("i2", "a2", true, ImageMessage.WHOLE));

        assertThat(checker.violations(story.evidence()))
                .singleElement()
                .asString()
                .startsWith("picture: ")
                .contains("i1");
    }

    @Test
    void seesAPictureThatWasPutOffForEver() {
        story.picture(new ImageMessage("i1", "a1", false, ""));

        assertThat(checker.violations(story.evidence()))
                .singleElement()
                .asString()
                .startsWith("picture: ");
    }

    @Test
    void whatWasNeverAcknowledgedMayBeStoredOrNot() {
        var unheard = LogEntry.message("c", 4, "bob", "b2", "four");
        var stored = new EvidenceBuilder(FIRST, SECOND, THIRD)
                .stored(FIRST, SECOND, THIRD, unheard)
                .shown(FIRST, SECOND, THIRD, unheard);

        assertThat(checker.violations(stored.evidence())).isEmpty();
        assertThat(checker.violations(new Evidence(
                        List.of(), List.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                        List.of())))
                .isEmpty();
    }
}
