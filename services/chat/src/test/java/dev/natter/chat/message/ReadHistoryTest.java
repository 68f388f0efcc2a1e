package dev.natter.chat.message;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.chat.conversation.MessageView;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadHistoryTest extends SendMessageFixture {

    private final ReadHistory readHistory =
            new ReadHistory(conversations.access(), messages, new Gaps(messages), limits);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, 3, 3 4 5, true",
                "-, -, 5, 1 2 3 4 5, false",
                "-, -, 9, 1 2 3 4 5, false",
                "4, -, 2, 2 3, true",
                "4, -, 3, 1 2 3, false",
                "1, -, 3, '', false",
                "0, -, 3, '', false",
                "999, -, 2, 4 5, true",
                "-, 0, 2, 1 2, true",
                "-, 3, 2, 4 5, false",
                "-, 5, 2, '', false",
                "-, 999, 2, '', false",
            })
    void cutsPages(String before, String after, String limit, String expected, boolean hasMore) {
        sendFive();

        var page = read(before, after, limit);

        assertThat(page.items().stream().map(each -> String.valueOf(each.seq())))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
        assertThat(page.hasMore()).isEqualTo(hasMore);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1, 1, 1",
                "-1, -, 1",
                "-, -1, 1",
                "x, -, 1",
                "-, 1.5, 1",
                "-, -, 0",
                "-, -, x",
                "99999999999999999999, -, 1"
            })
    void refusesBoundsThatAreNone(String before, String after, String limit) {
        assertThat(failure(Uni.createFrom().item(() -> HistoryQuery.of(LUNCH, ALICE, before, after, limit))))
                .asInstanceOf(type(Refusal.class))
                .returns(400, Refusal::status);
    }

    @Test
    void givesAtMostAHundred() {
        assertThat(HistoryQuery.of(LUNCH, ALICE, null, null, "99999999999").limit())
                .isEqualTo(100);
        assertThat(HistoryQuery.of(LUNCH, ALICE, null, null, null).limit()).isEqualTo(30);
    }

    @Test
    void showsAStrangerNothing() {
        sendFive();

        assertThat(failure(readHistory.handle(HistoryQuery.of(LUNCH, MALLORY, null, null, null))))
                .asInstanceOf(type(Refusal.class))
                .returns(404, Refusal::status);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, -", "-, 0", "-, 1", "4, -"})
    void waitsForAMessageThatIsUnderWay(String before, String after) {
        var gate = sendThreeOfWhichTheSecondHangs();
        var reading = readHistory
                .handle(HistoryQuery.of(LUNCH, BOB, before, after, null))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());

        gate.complete(null);

        assertThat(reading.awaitItem().getItem().items())
                .extracting(MessageView::seq)
                .contains(2L, 3L);
        assertThat(messages.fillers(LUNCH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, -", "-, 0", "-, 1"})
    void givesUpANumberWhoseMessageDoesNotCome(String before, String after) {
        messages.failNextAdding();
        failure(sendMessage.handle(text(ALICE, "lost")));
        var stored = get(sendMessage.handle(text(ALICE, "kept"))).message();

        var page = get(readHistory.handle(HistoryQuery.of(LUNCH, BOB, before, after, null)));

        assertThat(page.items()).containsExactly(stored);
        assertThat(page.hasMore()).isFalse();
        assertThat(messages.fillers(LUNCH))
                .contains(after != null && after.equals("1") ? new Long[] {} : new Long[] {1L});
    }

    @Test
    void neverShowsAMessageLaterThatAPageHasLeftOut() {
        var gate = sendThreeOfWhichTheSecondHangs();
        var page = read(null, "1", null);

        gate.complete(null);

        assertThat(page.items()).extracting(MessageView::seq).containsExactly(3L);
        assertThat(messages.all(LUNCH)).extracting(MessageView::seq).containsExactly(1L, 3L, 4L);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, -", "-, 0", "-, 1", "4, -"})
    void leavesNothingOutThatIsStoredWhileThePageIsRead(String before, String after) {
        var gate = sendThreeOfWhichTheSecondHangs();
        messages.beforeLookingForGaps(() -> gate.complete(null));

        var page = read(before, after, null);

        assertThat(page.items()).extracting(MessageView::seq).contains(2L, 3L);
        assertThat(messages.fillers(LUNCH)).isEmpty();
    }

    @Test
    void countsFillersNeitherAsItemsNorAsMore() {
        get(messages.giveUp(LUNCH, Set.of(1L, 2L)));
        conversations.with(LUNCH, ALICE, BOB);
        get(sendMessage.handle(text(ALICE, "kept")));

        var page = read(null, null, "1");

        assertThat(page.items()).extracting(MessageView::seq).containsExactly(3L);
        assertThat(page.hasMore()).isFalse();
    }

    @Test
    void doesNotWaitForWhatComesAfterThePage() {
        sendFive();
        messages.beforeNextAdding(() -> Uni.createFrom().nothing());
        sendMessage.handle(text(ALICE, "hangs")).subscribe().withSubscriber(UniAssertSubscriber.create());

        var page = read(null, null, null);

        assertThat(page.items()).hasSize(5);
        assertThat(messages.fillers(LUNCH)).isEmpty();
    }

    private CompletableFuture<Void> sendThreeOfWhichTheSecondHangs() {
        var gate = new CompletableFuture<Void>();
        get(sendMessage.handle(text(ALICE, "first")));
        messages.beforeNextAdding(() -> Uni.createFrom().completionStage(gate));
        sendMessage.handle(text(ALICE, "second")).subscribe().withSubscriber(UniAssertSubscriber.create());
        get(replica().handle(text(BOB, "third")));
        return gate;
    }

    private void sendFive() {
        for (var number = 1; number <= 5; number++) {
            get(sendMessage.handle(text(number % 2 == 0 ? ALICE : BOB, "m" + number)));
        }
    }

    private MessagePage read(String before, String after, String limit) {
        return get(readHistory.handle(HistoryQuery.of(LUNCH, BOB, before, after, limit)));
    }
}
