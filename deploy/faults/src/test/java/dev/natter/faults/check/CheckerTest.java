package dev.natter.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each promise broken once: the checker must see it, and see nothing when all is well. */
class CheckerTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Message FIRST = new Message("c", 1, "ada", "a1", "one");
    private static final Message SECOND = new Message("c", 2, "bob", "b1", "two");
    private static final Message THIRD = new Message("c", 3, "ada", "a2", "three");

    private final Checker checker = new Checker(Duration.ofMinutes(5), Duration.ofSeconds(1));
    private final Story story = new Story(FIRST, SECOND, THIRD);

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
        var moved = new Message("c", 4, "ada", "a2", "three");
        story.stored(FIRST, SECOND, moved).shown(FIRST, SECOND, moved);

        assertThat(checker.violations(story.evidence()))
                .singleElement()
                .asString()
                .startsWith("lost: ");
    }

    @Test
    void seesAMessageThatIsStoredTwice() {
        var again = new Message("c", 4, "ada", "a2", "three");
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
        var rival = new Message("c", 3, "bob", "b2", "three, too");
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
        story.picture(new Picture("i1", "a1", true, "404")).picture(new Picture("i2", "a2", true, Picture.WHOLE));

        assertThat(checker.violations(story.evidence()))
                .singleElement()
                .asString()
                .startsWith("picture: ")
                .contains("i1");
    }

    @Test
    void seesAPictureThatWasPutOffForEver() {
        story.picture(new Picture("i1", "a1", false, ""));

        assertThat(checker.violations(story.evidence()))
                .singleElement()
                .asString()
                .startsWith("picture: ");
    }

    @Test
    void whatWasNeverAcknowledgedMayBeStoredOrNot() {
        var unheard = new Message("c", 4, "bob", "b2", "four");
        var stored = new Story(FIRST, SECOND, THIRD)
                .stored(FIRST, SECOND, THIRD, unheard)
                .shown(FIRST, SECOND, THIRD, unheard);

        assertThat(checker.violations(stored.evidence())).isEmpty();
        assertThat(checker.violations(
                        new Evidence(List.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), List.of())))
                .isEmpty();
    }
}
