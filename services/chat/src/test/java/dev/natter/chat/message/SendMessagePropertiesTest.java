package dev.natter.chat.message;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.conversation.MessageView;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever two people on two replicas do, whatever gets lost or stuck on the way: the promises hold. */
class SendMessagePropertiesTest {

    private static final List<String> PEOPLE = List.of(SendMessageFixture.ALICE, SendMessageFixture.BOB);

    @Property(tries = 200)
    void promisesHold(@ForAll long seed) {
        var run = new Run(new Random(seed));
        for (var step = 0; step < 60; step++) {
            run.anyStep();
            run.checkUnread();
        }
        run.settle();
        run.checkUnread();
        run.checkMessages();
    }

    /** A run, and a model of what it should come to. */
    private static final class Run extends SendMessageFixture {

        private final Random random;
        private final List<SendMessage> replicas = List.of(sendMessage, replica());
        private final ReadHistory readHistory =
                new ReadHistory(conversations.access(), messages, new Gaps(messages), new TestLimits(Duration.ZERO));
        private final List<SendMessageCommand> sent = new ArrayList<>();
        private final List<CompletableFuture<Void>> stuck = new ArrayList<>();
        private final List<Set<Long>> pages = new ArrayList<>();
        private final Map<String, Long> readByHand = new HashMap<>();

        Run(Random random) {
            this.random = random;
        }

        void anyStep() {
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> send(text(anybody(), "m" + sent.size()));
                case 4 ->
                    sent.stream()
                            .skip(random.nextInt(sent.size() + 1))
                            .findFirst()
                            .ifPresent(this::send);
                case 5 -> messages.failNextAdding();
                case 6 -> getStuck();
                case 7 -> comeLoose();
                case 8 -> read(anybody());
                default -> page();
            }
        }

        private void send(SendMessageCommand command) {
            sent.add(command);
            replicas.get(random.nextInt(replicas.size()))
                    .handle(command)
                    .subscribe()
                    .withSubscriber(UniAssertSubscriber.create());
        }

        private void getStuck() {
            var gate = new CompletableFuture<Void>();
            stuck.add(gate);
            messages.beforeNextAdding(() -> Uni.createFrom().completionStage(gate));
        }

        private void comeLoose() {
            if (!stuck.isEmpty()) {
                stuck.remove(random.nextInt(stuck.size())).complete(null);
            }
        }

        private void read(String userId) {
            var newest = messages.all(LUNCH).stream()
                    .mapToLong(MessageView::seq)
                    .max()
                    .orElse(0);
            var seq = random.nextLong(newest + 1);
            get(positions.advance(LUNCH, userId, seq, clock.instant()));
            readByHand.merge(userId, seq, Math::max);
        }

        private void page() {
            var page = get(readHistory.handle(HistoryQuery.of(LUNCH, ALICE, null, null, "100")));
            pages.add(new HashSet<>(page.items().stream().map(MessageView::seq).toList()));
        }

        void settle() {
            stuck.forEach(gate -> gate.complete(null));
            sent.forEach(command ->
                    get(replicas.get(0).handle(command).onFailure().retry().atMost(10)));
            page();
        }

        /** What is unread is what others sent after what one read by hand: one's own sends change nothing about it. */
        void checkUnread() {
            for (var person : PEOPLE) {
                var counted = get(messages.countByOthers(person, Map.of(LUNCH, positions.get(LUNCH, person))));
                var expected = messages.all(LUNCH).stream()
                        .filter(each ->
                                !each.senderId().equals(person) && each.seq() > readByHand.getOrDefault(person, 0L))
                        .count();
                assertThat(counted).containsEntry(LUNCH, expected);
            }
        }

        void checkMessages() {
            var all = messages.all(LUNCH);
            assertThat(all).extracting(MessageView::clientMessageId).doesNotHaveDuplicates();
            assertThat(all)
                    .extracting(MessageView::clientMessageId)
                    .containsAll(sent.stream()
                            .map(SendMessageCommand::clientMessageId)
                            .toList());
            assertThat(conversations.get(LUNCH).last()).isEqualTo(all.isEmpty() ? null : all.get(all.size() - 1));
            var seqs = all.stream().map(MessageView::seq).toList();
            assertThat(Collections.disjoint(seqs, messages.fillers(LUNCH))).isTrue();
            pages.forEach(page -> page.stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .ifPresent(last -> assertThat(page)
                            .containsExactlyInAnyOrderElementsOf(
                                    seqs.stream().filter(seq -> seq <= last).toList())));
        }

        private String anybody() {
            return PEOPLE.get(random.nextInt(PEOPLE.size()));
        }
    }
}
