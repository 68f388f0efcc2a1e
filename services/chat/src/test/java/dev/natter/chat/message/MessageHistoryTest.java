package dev.natter.chat.message;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.message.MessageHistory.MessagePage;
import dev.natter.web.ApiException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageHistoryTest extends SendMessageFixture {

    private final MessageHistory history = new MessageHistory(replica.readLog());

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

        assertThat(page.items().stream().map(each -> String.valueOf(((MessageView) each).seq())))
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
        assertThat(failure(Uni.createFrom().deferred(() -> history.page(LUNCH, ALICE, before, after, limit))))
                .asInstanceOf(type(ApiException.class))
                .returns(400, ApiException::status);
    }

    @Test
    void givesAtMostAHundred() {
        for (var number = 1; number <= 101; number++) {
            get(sendMessage.handle(text(ALICE, "m" + number)));
        }

        assertThat(read(null, null, "99999999999").items()).hasSize(100);
        assertThat(read(null, null, null).items()).hasSize(30);
    }

    @Test
    void showsAStrangerNothing() {
        sendFive();

        assertThat(failure(history.page(LUNCH, MALLORY, null, null, null)))
                .asInstanceOf(type(ApiException.class))
                .returns(404, ApiException::status);
    }

    @Test
    void bringsAConversationUpToDateThatADeadReplicaLeftBehind() {
        sendFive();
        assertThat(conversations.get(LUNCH).lastSeq()).isZero();
        var survivor = replica();

        get(new MessageHistory(survivor.readLog()).page(LUNCH, BOB, null, null, null));

        survivor.project();
        assertThat(conversations.get(LUNCH).lastSeq()).isEqualTo(5);
        assertThat(conversations.get(LUNCH).last().text()).isEqualTo("m5");
    }

    private void sendFive() {
        for (var number = 1; number <= 5; number++) {
            get(sendMessage.handle(text(number % 2 == 0 ? ALICE : BOB, "m" + number)));
        }
    }

    private MessagePage read(String before, String after, String limit) {
        return get(history.page(LUNCH, BOB, before, after, limit));
    }
}
