package dev.natter.chat.message;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.chat.RecordingDelivery;
import dev.natter.chat.RecordingDelivery.Delivered;
import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.log.ConversationLog.Appended;
import dev.natter.chat.log.Entry;
import dev.natter.chat.log.LogReplica;
import dev.natter.web.ApiException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendMessageTest extends SendMessageFixture {

    @Test
    void storesTheTextTrimmedUnderTheNextNumber() {
        get(sendMessage.handle(text(BOB, "Soup?")));

        var outcome = get(sendMessage.handle(text(ALICE, "  Soup! \n")));

        assertThat(outcome).matches(Appended::isNew);
        assertThat(outcome.message())
                .returns(2L, MessageView::seq)
                .returns("  Soup!", MessageView::text)
                .returns(ALICE, MessageView::senderId)
                .returns(clock.instant(), MessageView::sentAt);
        assertThat(entries.messages(LUNCH)).endsWith(outcome.message());
    }

    @Test
    void tellsEveryMemberButTheConnectionItCameOn() {
        var command = new SendMessageCommand(LUNCH, ALICE, UUID.randomUUID().toString(), "Soup?", null, "tab-1");

        var message = get(sendMessage.handle(command)).message();

        assertThat(delivery.delivered())
                .containsExactly(new Delivered(Set.of(ALICE, BOB), MessageFrame.message(message), "tab-1"));
        assertThat(delivery.replies())
                .containsExactly(new RecordingDelivery.Reply("tab-1", MessageFrame.sent(message)));
    }

    @Test
    void makesItTheLastMessage() {
        var message = get(sendMessage.handle(text(ALICE, "Soup?"))).message();

        replica.project();
        assertThat(conversations.get(LUNCH))
                .returns(message, Conversation::last)
                .returns(1L, Conversation::lastSeq)
                .returns(message.sentAt(), Conversation::updatedAt);
    }

    @Test
    void findsTheFirstMessageWhenTheClientRepeatsItself() {
        var first = text(ALICE, "Soup?");
        var repeated = new SendMessageCommand(LUNCH, ALICE, first.clientMessageId(), "Salad!", null, null);
        var message = get(sendMessage.handle(first)).message();

        var outcome = get(sendMessage.handle(repeated));

        assertThat(outcome).isEqualTo(new Appended(new Entry.MessageSent(message), false));
        assertThat(delivery.delivered()).hasSize(1);
        assertThat(entries.messages(LUNCH)).hasSize(1);
    }

    @Test
    void namesAreUuidsAndSoOfEitherCase() {
        var first = text(ALICE, "Soup?");
        var shouted = first.clientMessageId().toUpperCase(Locale.ROOT);
        var message = get(sendMessage.handle(first)).message();

        var repeated = get(sendMessage.handle(new SendMessageCommand(LUNCH, ALICE, shouted, "Soup?", null, null)));

        assertThat(repeated).isEqualTo(new Appended(new Entry.MessageSent(message), false));
        assertThat(message.clientMessageId()).isEqualTo(first.clientMessageId());
    }

    @Test
    void takesTheSameClientIdOfAnotherUserOrConversationForAnotherMessage() {
        var first = text(ALICE, "Soup?");
        var bobs = new SendMessageCommand(LUNCH, BOB, first.clientMessageId(), "Soup?", null, null);
        var elsewhere = new SendMessageCommand("dinner", ALICE, first.clientMessageId(), "Soup?", null, null);
        get(sendMessage.handle(first));

        var outcomes = List.of(get(sendMessage.handle(bobs)), get(sendMessage.handle(elsewhere)));

        assertThat(outcomes).allMatch(Appended::isNew);
    }

    @ParameterizedTest
    @ValueSource(strings = {LUNCH, "no-such-conversation", "", "{\"$ne\":\"\"}"})
    void tellsAStrangerAsMuchAsOfNothing(String conversationId) {
        var command = new SendMessageCommand(
                conversationId, MALLORY, UUID.randomUUID().toString(), "Hi", null, null);

        assertRefused(command, 404, "conversation_not_found");
        assertThat(entries.messages(LUNCH)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "1", "not-a-uuid", "0b0f6ec4-6d5c-4c0e-9b8a-3f1e2d4c5b6", "{\"$ne\":\"\"}"})
    void wantsAUuid(String clientMessageId) {
        assertRefused(new SendMessageCommand(LUNCH, ALICE, clientMessageId, "Hi", null, null), 400, "bad_request");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \t\n", "12345678901", "half a \ud83d"})
    void wantsATextOfTheRightLengthAndShape(String text) {
        assertRefused(text(ALICE, text), 400, "bad_request");
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        var outcome = get(sendMessage.handle(text(ALICE, "🥣".repeat(10))));

        assertThat(outcome.message().text()).isEqualTo("🥣".repeat(10));
    }

    @Test
    void refusesAnImageThatIsNotThere() {
        var command = new SendMessageCommand(LUNCH, ALICE, UUID.randomUUID().toString(), null, "image", null);

        assertRefused(command, 422, "image_not_found");
    }

    @Test
    void numbersAndTellsInTheOrderOfSubscription() {
        var gate = new CompletableFuture<Void>();
        entries.delayNextInsert(() -> Uni.createFrom().completionStage(gate));
        var sent = new ArrayList<UniAssertSubscriber<Appended>>();

        IntStream.rangeClosed(1, 3)
                .mapToObj(number -> sendMessage.handle(text(ALICE, "m" + number)))
                .forEach(uni -> sent.add(uni.subscribe().withSubscriber(UniAssertSubscriber.create())));

        assertThat(delivery.delivered()).isEmpty();
        gate.complete(null);
        assertThat(sent.stream()
                        .map(each -> each.awaitItem().getItem().message())
                        .map(message -> message.seq() + message.text()))
                .containsExactly("1m1", "2m2", "3m3");
        assertThat(delivery.frames())
                .extracting(frame -> ((MessageFrame) frame).message().seq())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void isDoneOnceWhenTheSameComesTwiceAtOnce() {
        var gate = new CompletableFuture<Void>();
        entries.delayNextInsert(() -> Uni.createFrom().completionStage(gate));
        var command = text(ALICE, "Soup?");
        var first = sendMessage.handle(command).subscribe().withSubscriber(UniAssertSubscriber.create());
        var second = sendMessage.handle(command).subscribe().withSubscriber(UniAssertSubscriber.create());

        gate.complete(null);

        var message = entries.messages(LUNCH).get(0);
        assertThat(first.awaitItem().getItem()).isEqualTo(new Appended(new Entry.MessageSent(message), true));
        assertThat(second.awaitItem().getItem()).isEqualTo(new Appended(new Entry.MessageSent(message), false));
        assertThat(entries.messages(LUNCH)).hasSize(1);
    }

    @Test
    void findsTheFirstMessageWhenTheSameWasFasterOnAnotherReplica() {
        var gate = new CompletableFuture<Void>();
        entries.delayNextInsert(() -> Uni.createFrom().completionStage(gate));
        var command = text(ALICE, "Soup?");
        var slow = sendMessage.handle(command).subscribe().withSubscriber(UniAssertSubscriber.create());
        var fast = get(sendMessage(replica()).handle(command));

        gate.complete(null);

        assertThat(slow.awaitItem().getItem()).isEqualTo(new Appended(new Entry.MessageSent(fast.message()), false));
        assertThat(entries.messages(LUNCH)).containsExactly(fast.message());
        assertThat(delivery.frames()).containsOnly(MessageFrame.message(fast.message()));
    }

    @Test
    void failsAfterSoManyNumbersAreTakenByOthers() {
        entries.takeAllNumbers();

        assertRefused(text(ALICE, "Soup?"), 503, "store_slow");
    }

    @Test
    void aFailureDelaysNoOtherMessageAndIsSafeToRepeat() {
        entries.refuseNextInsert();
        var command = text(ALICE, "Soup?");
        var lost = failure(sendMessage.handle(command));
        var next = get(sendMessage.handle(text(BOB, "Salad?")));

        var repeated = get(sendMessage.handle(command));

        assertThat(lost).asInstanceOf(type(ApiException.class)).returns(503, ApiException::status);
        assertThat(next.message().seq()).isEqualTo(1);
        assertThat(repeated).matches(Appended::isNew);
        assertThat(repeated.message().seq()).isEqualTo(2);
    }

    @Test
    void isStoredEvenIfDeliveryFails() {
        delivery.breakDown();

        var outcome = get(sendMessage.handle(text(ALICE, "Soup?")));

        assertThat(entries.messages(LUNCH)).containsExactly(outcome.message());
    }

    @Test
    void refusesMoreThanMayWait() {
        var gate = new CompletableFuture<Void>();
        entries.delayNextInsert(() -> Uni.createFrom().completionStage(gate));
        IntStream.range(0, LogReplica.TestConfig.MAX_WAITING)
                .forEach(number -> sendMessage
                        .handle(text(ALICE, "m" + number))
                        .subscribe()
                        .withSubscriber(UniAssertSubscriber.create()));

        assertRefused(text(ALICE, "more"), 503, "conversation_busy");

        gate.complete(null);
        assertThat(get(sendMessage.handle(text(ALICE, "more")))).matches(Appended::isNew);
    }

    @Test
    void isBroughtToItsEndWhenTheCallerGoesAway() {
        var gate = new CompletableFuture<Void>();
        entries.delayNextInsert(() -> Uni.createFrom().completionStage(gate));
        var gone = sendMessage.handle(text(ALICE, "Soup?")).subscribe().withSubscriber(UniAssertSubscriber.create());

        gone.cancel();
        gate.complete(null);

        assertThat(entries.messages(LUNCH)).hasSize(1);
        assertThat(delivery.delivered()).hasSize(1);
    }

    @Test
    void keepsTheTextOutOfLogs() {
        var command = text(ALICE, "secret");

        var outcome = get(sendMessage.handle(command));

        assertThat(List.of(command, outcome, MessageFrame.message(outcome.message()))
                        .toString())
                .doesNotContain("secret");
    }

    private void assertRefused(SendMessageCommand command, int status, String code) {
        assertThat(failure(sendMessage.handle(command)))
                .asInstanceOf(type(ApiException.class))
                .returns(status, ApiException::status)
                .returns(code, ApiException::code);
        assertThat(delivery.delivered()).isEmpty();
    }
}
