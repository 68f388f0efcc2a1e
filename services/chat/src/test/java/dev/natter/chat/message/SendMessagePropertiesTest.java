package dev.natter.chat.message;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.delivery.ServerFrame.ResyncFrame;
import dev.natter.chat.log.ConversationLog.Appended;
import dev.natter.chat.log.LogReplica;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever two people on two replicas do, whatever gets lost, late or stuck on the way: the promises hold. */
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
        run.checkLog();
        run.checkDelivery();
    }

    /** A run, and a model of what it should come to. */
    private static final class Run extends SendMessageFixture {

        private final Random random;
        private final List<LogReplica> replicas = List.of(replica, replica());
        private final List<SendMessage> doors =
                replicas.stream().map(this::sendMessage).toList();
        private final List<SendMessageCommand> sent = new ArrayList<>();
        private final List<CompletableFuture<Appended>> outcomes = new ArrayList<>();
        private final List<CompletableFuture<Void>> stuck = new ArrayList<>();
        private final Map<String, Long> readByHand = new HashMap<>();
        private int messages;

        Run(Random random) {
            this.random = random;
        }

        void anyStep() {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> send(random.nextInt(doors.size()), text(anyUser(), "m" + messages++));
                case 4 -> burst();
                case 5 -> repeat();
                case 6 -> entries.refuseNextInsert();
                case 7 -> entries.breakNextInsertAfter(random.nextInt(4));
                case 8 -> entries.breakNextInsertAndFinishItLater();
                case 9 -> getStuck();
                case 10 -> comeLoose();
                default -> read(anyUser());
            }
        }

        /** More than go in a command of their own, and one of them twice. */
        private void burst() {
            var door = random.nextInt(doors.size());
            var person = anyUser();
            IntStream.range(0, 6).forEach(number -> send(door, text(person, "m" + messages++)));
            send(door, sent.get(sent.size() - 1 - random.nextInt(6)));
        }

        private void repeat() {
            if (!sent.isEmpty()) {
                send(random.nextInt(doors.size()), sent.get(random.nextInt(sent.size())));
            }
        }

        private void send(int door, SendMessageCommand command) {
            sent.add(command);
            outcomes.add(doors.get(door).handle(command).subscribeAsCompletionStage());
        }

        private void getStuck() {
            var gate = new CompletableFuture<Void>();
            stuck.add(gate);
            entries.delayNextInsert(() -> Uni.createFrom().completionStage(gate));
        }

        private void comeLoose() {
            if (!stuck.isEmpty()) {
                stuck.remove(random.nextInt(stuck.size())).complete(null);
            }
        }

        private void read(String userId) {
            var seq = random.nextLong(entries.all(LUNCH).size() + 1);
            get(positions.advance(LUNCH, userId, seq, clock.instant()));
            readByHand.merge(userId, seq, Math::max);
        }

        void settle() {
            entries.noMoreFaults();
            stuck.forEach(gate -> gate.complete(null));
            List.copyOf(sent)
                    .forEach(command -> get(Uni.createFrom()
                            .deferred(() -> doors.get(0).handle(command))
                            .onFailure()
                            .retry()
                            .withBackOff(Duration.ofMillis(5), Duration.ofMillis(50))
                            .atMost(50)));
            CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new))
                    .exceptionally(refused -> null)
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        }

        /** What is unread is what others sent after what one read by hand: one's own sends change nothing about it. */
        void checkUnread() {
            // Retries go on meanwhile: both counts are of one moment.
            synchronized (entries) {
                PEOPLE.forEach(this::checkUnread);
            }
        }

        private void checkUnread(String person) {
            var expected = entries.messages(LUNCH).stream()
                    .filter(each -> !each.senderId().equals(person) && each.seq() > readByHand.getOrDefault(person, 0L))
                    .count();
            var position = positions.get(LUNCH, person);
            var counted = get(entries.unread(person, Map.of(LUNCH, position))).get(LUNCH);
            assertThat(counted == null ? 0 : counted.count()).isEqualTo(expected);
        }

        void checkLog() {
            var all = entries.messages(LUNCH);
            assertThat(all)
                    .extracting(MessageView::seq)
                    .isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
            assertThat(all).extracting(MessageView::clientMessageId).doesNotHaveDuplicates();
            assertThat(all)
                    .extracting(MessageView::clientMessageId)
                    .containsAll(sent.stream()
                            .map(SendMessageCommand::clientMessageId)
                            .toList());
            replicas.forEach(LogReplica::project);
            if (!all.isEmpty()) {
                assertThat(conversations.get(LUNCH).last()).isEqualTo(all.get(all.size() - 1));
            }
        }

        /** What is stored is delivered, at least once, or its members get a resync. */
        void checkDelivery() {
            var delivered = delivery.frames().stream()
                    .filter(MessageFrame.class::isInstance)
                    .map(frame -> ((MessageFrame) frame).message())
                    .toList();
            assertThat(entries.messages(LUNCH)).containsAll(delivered);
            if (!delivery.frames().contains(new ResyncFrame())) {
                assertThat(delivered).containsAll(entries.messages(LUNCH));
            }
        }

        private String anyUser() {
            return PEOPLE.get(random.nextInt(PEOPLE.size()));
        }
    }
}
