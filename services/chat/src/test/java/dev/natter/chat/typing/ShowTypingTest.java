package dev.natter.chat.typing;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.chat.RecordingDelivery;
import dev.natter.chat.RecordingDelivery.Delivered;
import dev.natter.chat.TestTimers;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.delivery.LocalSockets;
import dev.natter.chat.profile.InMemoryProfiles;
import dev.natter.chat.typing.ShowTyping.TypingFrame;
import dev.natter.testing.TestClock;
import dev.natter.web.ApiException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowTypingTest {

    private static final String LUNCH = "lunch";
    private static final String DINNER = "dinner";
    private static final String ALICE = "alice";
    private static final String BOB = "bob";
    private static final String CAROL = "carol";
    private static final String PHONE = "alice-phone";

    private static final Delivered BEGINS = delivered(LUNCH, true);
    private static final Delivered ENDS = delivered(LUNCH, false);

    private final TestClock clock = new TestClock();
    private final TestTimers timers = new TestTimers(clock);
    private final RecordingDelivery delivery = new RecordingDelivery();
    private final LocalSockets connections = new LocalSockets(new ObjectMapper(), clock, timers);
    private final InMemoryConversations conversations =
            new InMemoryConversations().with(LUNCH, ALICE, BOB, CAROL).with(DINNER, ALICE, BOB, CAROL);
    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final ShowTyping showTyping = new ShowTyping(
            conversations.access(),
            profiles.privacy(),
            connections.connections(),
            delivery,
            timers,
            clock,
            new Config());

    @BeforeEach
    void connected() {
        connections.open(PHONE, ALICE);
    }

    @Test
    void isDeliveredToTheOtherMembersOnly() {
        types(LUNCH, true);

        assertThat(delivery.delivered()).containsExactly(BEGINS);
    }

    @Test
    void isNotShownToThoseWhomTheUserHasBlocked() {
        profiles.blocking(ALICE, BOB);

        types(LUNCH, true);

        assertThat(delivery.delivered()).extracting(Delivered::userIds).containsExactly(Set.of(CAROL));
    }

    @Test
    void isShownToThoseWhoHaveBlockedTheUserInGroupsAlone() {
        conversations.direct("direct", ALICE, BOB);
        profiles.blocking(BOB, ALICE);

        types(LUNCH, true);
        types("direct", true);

        assertThat(delivery.delivered())
                .filteredOn(each -> each.frame().equals(new TypingFrame(LUNCH, ALICE, true)))
                .extracting(Delivered::userIds)
                .containsExactly(Set.of(BOB, CAROL));
        assertThat(delivery.delivered())
                .filteredOn(each -> each.frame().equals(new TypingFrame("direct", ALICE, true)))
                .allSatisfy(each -> assertThat(each.userIds()).isEmpty());
    }

    @Test
    void diesSixSecondsAfterItWasSaidLast() {
        types(LUNCH, true);
        after(2_000).types(LUNCH, true);

        after(5_999);
        assertThat(delivery.delivered()).containsExactly(BEGINS);
        after(1);

        assertThat(delivery.delivered()).containsExactly(BEGINS, ENDS);
        assertThat(showTyping.size()).isZero();
        assertThat(timers.size()).isZero();
    }

    @Test
    void whatIsRepeatedIsPassedOnOnceInAWhile() {
        for (var second = 0; second < 10; second++) {
            types(LUNCH, true);
            after(1_000);
        }

        assertThat(delivery.delivered()).containsExactly(BEGINS, BEGINS, BEGINS, BEGINS);
    }

    @Test
    void endsWhenHeSaysSoAndIsNotEndedTwice() {
        types(LUNCH, true);

        types(LUNCH, false);
        types(LUNCH, false);
        after(10_000);

        assertThat(delivery.delivered()).containsExactly(BEGINS, ENDS);
    }

    @Test
    void deliversEveryChangeAtOnce() {
        for (var time = 0; time < 3; time++) {
            types(LUNCH, true);
            types(LUNCH, false);
        }

        assertThat(delivery.delivered()).containsExactly(BEGINS, ENDS, BEGINS, ENDS, BEGINS, ENDS);
    }

    @Test
    void whoBeginsAnewIsNotEndedByTheClockOfBefore() {
        types(LUNCH, true);
        types(LUNCH, false);
        after(4_000).types(LUNCH, true);

        after(5_999);
        assertThat(delivery.delivered()).containsExactly(BEGINS, ENDS, BEGINS);
        after(1);

        assertThat(delivery.delivered()).containsExactly(BEGINS, ENDS, BEGINS, ENDS);
    }

    @Test
    void endsWithTheMessage() {
        types(LUNCH, true);

        showTyping.stop(LUNCH, PHONE);

        assertThat(delivery.delivered()).containsExactly(BEGINS, ENDS);
    }

    @Test
    void whatHasEndedBeforeItIsKnownToBeAllowedNeverBegins() {
        var starting = showTyping.handle(LUNCH, ALICE, PHONE, true);
        showTyping.stop(LUNCH, PHONE);

        get(starting);

        assertThat(delivery.delivered()).isEmpty();
    }

    @Test
    void aMessageElsewhereEndsNothing() {
        types(LUNCH, true);

        showTyping.stop(DINNER, PHONE);

        assertThat(delivery.delivered()).containsExactly(BEGINS);
    }

    @Test
    void endsWithTheConnection() {
        types(LUNCH, true);

        connections.close(PHONE);
        showTyping.disconnected(PHONE);

        assertThat(delivery.delivered()).containsExactly(BEGINS, ENDS);
    }

    @Test
    void aConnectionThatIsGoneMeanwhileLeavesNothing() {
        connections.close(PHONE);

        types(LUNCH, true);

        assertThat(delivery.delivered()).containsExactly(BEGINS, ENDS);
        assertThat(showTyping.size()).isZero();
    }

    @Test
    void whoTurnsToAnotherConversationHasLeftTheOneBefore() {
        types(LUNCH, true);

        types(DINNER, true);
        after(6_000);

        assertThat(delivery.delivered())
                .containsExactly(BEGINS, ENDS, delivered(DINNER, true), delivered(DINNER, false));
    }

    @Test
    void remembersOneThingForEachConnectionHoweverMuchItSays() {
        for (var time = 0; time < 100; time++) {
            types(time % 2 == 0 ? LUNCH : DINNER, true);
        }

        assertThat(showTyping.size()).isEqualTo(1);
        after(6_000);
        assertThat(timers.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {LUNCH, "no-such-conversation"})
    void isForMembers(String conversationId) {
        for (var typing : List.of(true, false)) {
            assertThat(failure(showTyping.handle(conversationId, "mallory", "m", typing)))
                    .asInstanceOf(type(ApiException.class))
                    .returns(404, ApiException::status);
        }
        assertThat(delivery.delivered()).isEmpty();
    }

    private ShowTypingTest after(long millis) {
        timers.advance(Duration.ofMillis(millis));
        return this;
    }

    private void types(String conversationId, boolean typing) {
        get(showTyping.handle(conversationId, ALICE, PHONE, typing));
    }

    private static Delivered delivered(String conversationId, boolean typing) {
        return new Delivered(Set.of(BOB, CAROL), new TypingFrame(conversationId, ALICE, typing), null);
    }

    private record Config() implements TypingConfig {
        @Override
        public Duration lasts() {
            return Duration.ofSeconds(6);
        }

        @Override
        public Duration pause() {
            return Duration.ofMillis(2_500);
        }
    }
}
