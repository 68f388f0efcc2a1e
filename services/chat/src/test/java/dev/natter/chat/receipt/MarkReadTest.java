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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkReadTest {

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

    @Test
    void movesForwardAndTellsEverybody() {
        messages(5);

        read(ALICE, 3);

        assertThat(positions.get(LUNCH, ALICE)).isEqualTo(3);
        assertThat(delivery.delivered())
                .containsExactly(new Delivered(
                        Set.of(ALICE, BOB), new ReceiptFrame("read", LUNCH, ALICE, 3, clock.instant()), null));
    }

    @Test
    void neverMovesBackAndThenDeliversNothing() {
        messages(5);
        read(ALICE, 3);

        read(ALICE, 3);
        read(ALICE, 2);

        assertThat(positions.get(LUNCH, ALICE)).isEqualTo(3);
        assertThat(delivery.delivered()).hasSize(1);
    }

    @Test
    void neverMovesPastTheNewestMessage() {
        messages(5);

        read(ALICE, Long.MAX_VALUE);

        assertThat(positions.get(LUNCH, ALICE)).isEqualTo(5);
    }

    @Test
    void hasNothingToReadWhereNothingIsWritten() {
        read(ALICE, 1);

        assertThat(positions.get(LUNCH, ALICE)).isZero();
        assertThat(delivery.delivered()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {LUNCH, "no-such-conversation"})
    void isForMembers(String conversationId) {
        assertThat(failure(markPosition.read(conversationId, "mallory", 1)))
                .asInstanceOf(type(ApiException.class))
                .returns(404, ApiException::status);
    }

    @Test
    void refusesWhatIsNoNumberOfAMessage() {
        assertThat(failure(markPosition.read(LUNCH, ALICE, -1)))
                .asInstanceOf(type(ApiException.class))
                .returns(400, ApiException::status);
    }

    private void read(String userId, long seq) {
        get(markPosition.read(LUNCH, userId, seq));
    }

    private void messages(int count) {
        for (var seq = 1; seq <= count; seq++) {
            messageQueries.stored(message(seq));
        }
    }

    private MessageView message(long seq) {
        return new MessageView("m" + seq, LUNCH, seq, BOB, "c" + seq, "text", null, clock.instant());
    }
}
