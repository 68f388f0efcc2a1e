package dev.natter.chat.log;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.chat.RecordingDelivery;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.delivery.ServerFrame.ResyncFrame;
import dev.natter.chat.log.ConversationLog.Appended;
import dev.natter.testing.TestClock;
import dev.natter.web.ApiException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Appending, when the store and other replicas do their worst. */
class ConversationLogTest {

    private static final String LUNCH = "lunch";

    private final TestClock clock = new TestClock();
    private final InMemoryConversations conversations = new InMemoryConversations().with(LUNCH, "ada", "bob");
    private final InMemoryEntries entries = new InMemoryEntries();
    private final RecordingDelivery delivery = new RecordingDelivery();
    private final List<Entry> published = new CopyOnWriteArrayList<>();
    private final ConversationLog log = replica();

    private ConversationLog replica() {
        return new LogReplica(conversations, entries, delivery, clock).log();
    }

    @Test
    void manyThatWaitForOneConversationGoInOneCommand() {
        var gate = delayed();
        var appends = texts("ada", 5);

        gate.complete(null);

        appends.forEach(each -> each.awaitItem());
        assertThat(entries.inserts()).isEqualTo(2);
        assertThat(entries.messages(LUNCH)).extracting(MessageView::text).containsExactly("0", "1", "2", "3", "4");
    }

    @Test
    void aRepeatInABatchDoesNotDelayOtherEntries() {
        var first = message("ada", "first");
        get(append(log, first));
        var gate = delayed();
        var all = List.of(
                begin(log, message("ada", "second")),
                begin(log, message("ada", "third")),
                begin(log, new TextEntry("again", first.key(), "other text")),
                begin(log, message("ada", "fourth")),
                begin(log, message("ada", "fifth")));

        gate.complete(null);

        assertThat(all.get(2).awaitItem().getItem()).isEqualTo(new Appended(first.at(1, clock.instant()), false));
        all.forEach(each -> each.awaitItem());
        assertThat(entries.messages(LUNCH))
                .extracting(MessageView::text)
                .containsExactly("first", "second", "third", "fourth", "fifth");
        assertThat(published).isEqualTo(entries.all(LUNCH));
    }

    @Test
    void aClientThatRepeatsAllThatItSentCostsOneLook() {
        var sent = IntStream.range(0, 6)
                .mapToObj(number -> message("ada", String.valueOf(number)))
                .toList();
        sent.forEach(each -> get(append(log, each)));
        var gate = delayed();
        var opener = begin(log, message("bob", "opener"));
        var repeated = sent.stream()
                .map(each -> begin(log, new TextEntry("again", each.key(), each.text())))
                .toList();
        var fresh = begin(log, message("ada", "fresh"));
        var before = entries.inserts();

        gate.complete(null);

        opener.awaitItem();
        repeated.forEach(each -> assertThat(each.awaitItem().getItem()).matches(outcome -> !outcome.isNew()));
        assertThat(fresh.awaitItem().getItem().entry().seq()).isEqualTo(8);
        assertThat(entries.inserts() - before).isEqualTo(2);
        assertThat(published).isEqualTo(entries.all(LUNCH));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aConnectionThatBreaksInTheMiddleLosesAndDoublesNothing(int stored) {
        var gate = delayed();
        var opener = begin(log, message("bob", "opener"));
        entries.breakNextInsertAfter(stored);
        var appends = texts("ada", 5);

        gate.complete(null);

        opener.awaitItem();
        assertThat(appends.stream().map(each -> each.awaitItem().getItem())).allMatch(Appended::isNew);
        assertThat(entries.messages(LUNCH))
                .extracting(MessageView::text)
                .containsExactly("opener", "0", "1", "2", "3", "4");
        assertThat(published).isEqualTo(entries.all(LUNCH));
    }

    @Test
    void aCommandThatIsFinishedAfterItsConnectionBrokeLosesAndDoublesNothing() {
        var gate = delayed();
        var opener = begin(log, message("bob", "opener"));
        entries.breakNextInsertAndFinishItLater();
        var appends = texts("ada", 5);

        gate.complete(null);

        opener.awaitItem();
        appends.forEach(each -> each.awaitItem());
        assertThat(entries.messages(LUNCH))
                .extracting(MessageView::text)
                .containsExactly("opener", "0", "1", "2", "3", "4");
        assertThat(published).isEqualTo(entries.all(LUNCH));
    }

    @Test
    void membersResyncWhenAnOutcomeIsUnknown() {
        get(append(log, message("ada", "first")));
        entries.breakNextInsertAfter(1);
        entries.goAway();
        var lost = message("ada", "lost");

        assertThat(failure(append(log, lost)))
                .asInstanceOf(type(ApiException.class))
                .returns(503, ApiException::status);

        assertThat(delivery.frames()).containsExactly(new ResyncFrame());
        entries.comeBack();
        assertThat(get(append(log, new TextEntry("again", lost.key(), "lost")))).matches(outcome -> !outcome.isNew());
        assertThat(entries.messages(LUNCH)).hasSize(2);
    }

    @Test
    void whatAReplicaStoredThatDiedIsPublishedWhenItsSenderRepeatsItElsewhere() {
        var message = message("ada", "first");
        entries.insertInOrder(List.of(message.at(1, clock.instant())))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());

        var repeated = get(append(log, new TextEntry("again", message.key(), "first")));

        assertThat(repeated).isEqualTo(new Appended(message.at(1, clock.instant()), false));
        assertThat(published).isEqualTo(entries.all(LUNCH));
    }

    @Test
    void aRepeatOfWhatIsKnownToBePublishedOrIsOldIsNotPublishedAgain() {
        var message = message("ada", "first");
        get(append(log, message));
        get(append(log, new TextEntry("again", message.key(), "first")));
        var other = replica();
        clock.advance(Duration.ofMinutes(3));

        get(append(other, new TextEntry("much later", message.key(), "first")));

        assertThat(published).isEqualTo(entries.all(LUNCH));
    }

    @Test
    void membersDoNotResyncWhenNothingWasStored() {
        get(append(log, message("ada", "first")));
        entries.refuseNextInsert();

        assertThat(failure(append(log, message("ada", "refused")))).isInstanceOf(ApiException.class);

        assertThat(delivery.frames()).isEmpty();
    }

    @Test
    void aStrangerIsRefusedAndDelaysNoMember() {
        assertThat(failure(append(log, message("mallory", "Let me in"))))
                .asInstanceOf(type(ApiException.class))
                .returns(404, ApiException::status);
        get(append(log, message("ada", "first")));

        assertThat(failure(append(log, message("mallory", "Let me in"))))
                .asInstanceOf(type(ApiException.class))
                .returns(404, ApiException::status);
        assertThat(entries.messages(LUNCH)).extracting(MessageView::text).containsExactly("first");
    }

    @Test
    void aStrangerWhoIsFirstInTheLineOfAConversationThatIsNotKnownYetIsRefusedAlone() {
        var strangers = begin(log, message("mallory", "Let me in"));
        var members = begin(log, message("ada", "first"));

        strangers.awaitFailure();
        assertThat(members.awaitItem().getItem().entry().seq()).isEqualTo(1);
    }

    @Test
    void aStrangerIsRefusedWhoWaitedWhileTheMembersWereLoaded() {
        var gate = new CompletableFuture<Void>();
        entries.delayNextRead(() -> Uni.createFrom().completionStage(gate));
        var members = begin(log, message("ada", "first"));
        var strangers = begin(log, message("mallory", "Let me in"));

        gate.complete(null);

        members.awaitItem();
        assertThat(strangers.awaitFailure().getFailure())
                .asInstanceOf(type(ApiException.class))
                .returns(404, ApiException::status);
        assertThat(entries.messages(LUNCH)).extracting(MessageView::text).containsExactly("first");
    }

    @Test
    void waitsForItsTurnNoLongerThanItMay() {
        var gate = delayed();
        var first = begin(log, message("ada", "first"));
        var late = begin(log, message("ada", "late"));
        clock.advance(new LogReplica.TestConfig().maxWait().plusMillis(1));

        gate.complete(null);

        first.awaitItem();
        assertThat(late.awaitFailure().getFailure())
                .asInstanceOf(type(ApiException.class))
                .returns("conversation_busy", ApiException::code);
    }

    @Test
    void whatIsDeliveredFromAnotherReplicaSavesTheConflict() {
        var other = replica();
        get(append(log, message("ada", "1")));
        get(append(other, message("bob", "2")));
        log.delivered(LUNCH, 2, false);
        var before = entries.inserts();

        get(append(log, message("ada", "3")));

        assertThat(entries.inserts() - before).isEqualTo(1);
        assertThat(entries.messages(LUNCH)).extracting(MessageView::text).containsExactly("1", "2", "3");
    }

    /** Bounded retries: none of them is refused, and each conflict costs one insert. */
    @Test
    void twoReplicasThatAppendAsFastAsTheyCanLeaveNoHoleAndKeepEachSendersOrder() throws Exception {
        var replicas = List.of(log, replica());
        var writers = Stream.of("ada", "bob")
                .map(sender -> new Thread(() -> {
                    var mine = replicas.get(sender.equals("ada") ? 0 : 1);
                    for (var round = 0; round < 60; round++) {
                        var run = new ArrayList<UniAssertSubscriber<Appended>>();
                        for (var number = 0; number < 1 + round % 5; number++) {
                            run.add(begin(mine, message(sender, round + "." + number)));
                        }
                        run.forEach(each -> each.awaitItem(Duration.ofSeconds(20)));
                    }
                }))
                .toList();
        writers.forEach(Thread::start);
        for (var writer : writers) {
            writer.join();
        }

        var all = entries.messages(LUNCH);
        assertThat(all).hasSize(2 * 180);
        assertThat(all)
                .extracting(MessageView::seq)
                .isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
        for (var sender : List.of("ada", "bob")) {
            assertThat(all.stream()
                            .filter(each -> each.senderId().equals(sender))
                            .map(MessageView::text))
                    .isEqualTo(IntStream.range(0, 60)
                            .boxed()
                            .flatMap(
                                    round -> IntStream.range(0, 1 + round % 5).mapToObj(number -> round + "." + number))
                            .toList());
        }
        assertThat(published).containsExactlyInAnyOrderElementsOf(entries.all(LUNCH));
    }

    private CompletableFuture<Void> delayed() {
        var gate = new CompletableFuture<Void>();
        entries.delayNextInsert(() -> Uni.createFrom().completionStage(gate));
        return gate;
    }

    private List<UniAssertSubscriber<Appended>> texts(String sender, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> begin(log, message(sender, String.valueOf(number))))
                .toList();
    }

    private UniAssertSubscriber<Appended> begin(ConversationLog at, PendingEntry entry) {
        return append(at, entry).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private Uni<Appended> append(ConversationLog at, PendingEntry entry) {
        return Uni.createFrom().deferred(() -> at.append(entry, (stored, members) -> published.add(stored)));
    }

    private static TextEntry message(String sender, String text) {
        return TextEntry.of(LUNCH, sender, text);
    }
}
