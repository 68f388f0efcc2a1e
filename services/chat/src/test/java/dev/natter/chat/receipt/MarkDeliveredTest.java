package dev.natter.chat.receipt;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.chat.RecordingDelivery;
import dev.natter.chat.RecordingDelivery.Delivered;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.StubMessageQueries;
import dev.natter.chat.receipt.MarkPosition.ReceiptFrame;
import dev.natter.testing.TestClock;
import dev.natter.web.ApiException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkDeliveredTest {

    private static final String LUNCH = "lunch";
    private static final String ALICE = "alice";
    private static final String BOB = "bob";

    private final TestClock clock = new TestClock();
    private final InMemoryConversations conversations = new InMemoryConversations().with(LUNCH, ALICE, BOB);
    private final StubMessageQueries messageQueries = new StubMessageQueries();
    private final InMemoryReadPositions positions = new InMemoryReadPositions();
    private final RecordingDelivery delivery = new RecordingDelivery();
    private final MarkPosition markPosition =
            positions.markPosition(conversations.access(), messageQueries, delivery, clock);

    @BeforeEach
    void fiveMessages() {
        for (var seq = 1; seq <= 5; seq++) {
            messageQueries.stored(
                    new MessageView("m" + seq, LUNCH, seq, BOB, "c" + seq, "text", null, clock.instant()));
        }
    }

    @Test
    void movesForwardAndTellsTheOthersAlone() {
        delivered(ALICE, 3);

        assertThat(positions.delivered(LUNCH, ALICE)).isEqualTo(3);
        assertThat(positions.get(LUNCH, ALICE)).isZero();
        assertThat(delivery.delivered())
                .containsExactly(new Delivered(
                        Set.of(BOB), new ReceiptFrame("delivered", LUNCH, ALICE, 3, clock.instant()), null));
    }

    @Test
    void neverMovesBackAndThenDeliversNothing() {
        delivered(ALICE, 3);

        delivered(ALICE, 3);
        delivered(ALICE, 1);

        assertThat(positions.delivered(LUNCH, ALICE)).isEqualTo(3);
        assertThat(delivery.delivered()).hasSize(1);
    }

    @Test
    void neverMovesPastTheNewestMessage() {
        delivered(ALICE, Long.MAX_VALUE);

        assertThat(positions.delivered(LUNCH, ALICE)).isEqualTo(5);
    }

    @Test
    void isImpliedByReading() {
        get(markPosition.read(LUNCH, ALICE, 4));

        delivered(ALICE, 4);

        assertThat(positions.delivered(LUNCH, ALICE)).isEqualTo(4);
        assertThat(delivery.frames()).containsExactly(new ReceiptFrame("read", LUNCH, ALICE, 4, clock.instant()));
    }

    @Test
    void isNotTakenBackByReadingLess() {
        delivered(ALICE, 5);

        get(markPosition.read(LUNCH, ALICE, 2));

        assertThat(positions.delivered(LUNCH, ALICE)).isEqualTo(5);
        assertThat(positions.get(LUNCH, ALICE)).isEqualTo(2);
    }

    @Test
    void hasNothingToSayOfNothing() {
        delivered(ALICE, 0);

        assertThat(delivery.delivered()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {LUNCH, "no-such-conversation"})
    void isForMembers(String conversationId) {
        assertThat(failure(markPosition.delivered(conversationId, "mallory", 1)))
                .asInstanceOf(type(ApiException.class))
                .returns(404, ApiException::status);
        assertThat(delivery.delivered()).isEmpty();
    }

    @Test
    void refusesWhatIsNoNumberOfAMessage() {
        assertThat(failure(markPosition.delivered(LUNCH, ALICE, -1)))
                .asInstanceOf(type(ApiException.class))
                .returns(400, ApiException::status);
    }

    private void delivered(String userId, long seq) {
        get(markPosition.delivered(LUNCH, userId, seq));
    }
}
