package dev.natter.chat.message;

import static dev.natter.chat.Unis.get;
import static dev.natter.chat.message.SendMessageFixture.ALICE;
import static dev.natter.chat.message.SendMessageFixture.BOB;
import static dev.natter.chat.message.SendMessageFixture.LUNCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.RecordingDelivery.Delivered;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.log.Entry;
import dev.natter.chat.log.EntryFrame;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bob has blocked Alice, who writes to him in their direct conversation. */
class HiddenMessageTest {

    private static final String DIRECT = "direct";

    private final SendMessageFixture fixture = new SendMessageFixture();
    private int deliveredBefore;
    private final MessageHistory history = new MessageHistory(fixture.replica.readLog());

    @BeforeEach
    void blocks() {
        fixture.conversations.direct(DIRECT, ALICE, BOB);
        send(DIRECT, ALICE, "before");
        fixture.replica.profiles().blocking(BOB, ALICE);
        deliveredBefore = fixture.delivery.delivered().size();
    }

    private List<Delivered> delivered() {
        var all = fixture.delivery.delivered();
        return all.subList(deliveredBefore, all.size());
    }

    private MessageView send(String conversationId, String senderId, String text) {
        return get(fixture.sendMessage.handle(new SendMessageCommand(
                        conversationId, senderId, UUID.randomUUID().toString(), text, null, null)))
                .message();
    }

    private List<String> texts(String reader) {
        return get(history.page(DIRECT, reader, null, null, null)).items().stream()
                .map(item -> ((MessageView) item).text())
                .toList();
    }

    private List<String> types(String reader) {
        return get(fixture.replica.readLog().following(DIRECT, reader, 0, 100)).stream()
                .map(Entry::type)
                .toList();
    }

    @Test
    void isDeliveredToItsSenderAndAsANumberToTheOther() {
        var sent = send(DIRECT, ALICE, "hidden");

        assertThat(sent.seq()).isEqualTo(2);
        assertThat(delivered())
                .filteredOn(each -> each.frame() instanceof MessageFrame)
                .extracting(Delivered::userIds)
                .containsExactly(Set.of(ALICE));
        assertThat(delivered())
                .filteredOn(each -> each.frame() instanceof EntryFrame)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.userIds()).containsExactly(BOB);
                    assertThat(((EntryFrame) each.frame()).entry().type()).isEqualTo("hidden");
                    assertThat(((EntryFrame) each.frame()).message()).isNull();
                });
    }

    @Test
    void theOtherIsNotNotified() {
        send(DIRECT, ALICE, "hidden");

        assertThat(fixture.notified).containsExactly(Set.of(ALICE, BOB), Set.of(ALICE));
    }

    @Test
    void isReadByItsSenderAlone() {
        send(DIRECT, ALICE, "hidden");

        assertThat(texts(ALICE)).containsExactly("before", "hidden");
        assertThat(texts(BOB)).containsExactly("before");
    }

    @Test
    void leavesNoHoleInTheLog() {
        send(DIRECT, ALICE, "hidden");

        assertThat(types(ALICE)).containsExactly("message", "message");
        assertThat(types(BOB)).containsExactly("message", "hidden");
    }

    @Test
    void manyOfThemDoNotEndThePagesOfTheOther() {
        for (var i = 0; i < 120; i++) {
            send(DIRECT, ALICE, "hidden");
        }

        var page = get(history.page(DIRECT, BOB, null, null, "10"));

        assertThat(page.items()).extracting(item -> ((MessageView) item).text()).containsExactly("before");
        assertThat(page.hasMore()).isFalse();
    }

    @Test
    void isNotUnread() {
        send(DIRECT, ALICE, "hidden");

        assertThat(get(fixture.entries.unread(BOB, Map.of(DIRECT, 1L)))
                        .get(DIRECT)
                        .count())
                .isZero();
    }

    @Test
    void staysHiddenAfterTheBlock() {
        send(DIRECT, ALICE, "hidden");
        fixture.replica.profiles().blocking(BOB);

        send(DIRECT, ALICE, "after");

        assertThat(texts(BOB)).containsExactly("before", "after");
    }

    @Test
    void theBlockersOwnMessagesAreShown() {
        send(DIRECT, BOB, "from Bob");

        assertThat(texts(ALICE)).containsExactly("before", "from Bob");
    }

    @Test
    void groupsGoOn() {
        send(LUNCH, ALICE, "to all");

        assertThat(delivered()).extracting(Delivered::userIds).containsExactly(Set.of(ALICE, BOB));
    }

    @Test
    void isTheLastMessageOfItsSenderAlone() {
        send(DIRECT, ALICE, "hidden");

        assertThat(get(fixture.entries.newestVisible(DIRECT, BOB)).text()).isEqualTo("before");
        assertThat(get(fixture.entries.newest(DIRECT)).activeAt()).isNull();
    }
}
