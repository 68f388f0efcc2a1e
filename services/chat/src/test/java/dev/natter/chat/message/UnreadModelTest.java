package dev.natter.chat.message;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.RecordingDelivery;
import dev.natter.chat.attachment.StubAttachments;
import dev.natter.chat.conversation.ConversationView;
import dev.natter.chat.conversation.ConversationView.MemberView;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.log.InMemoryEntries;
import dev.natter.chat.log.LogReplica;
import dev.natter.chat.mongo.TestIds;
import dev.natter.chat.receipt.InMemoryReadPositions;
import dev.natter.chat.receipt.MarkPosition;
import dev.natter.testing.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Several people, each with several devices, in direct conversations and groups, on two replicas: whatever they send,
 * repeat, read and receive, each of them sees in the list what a plain model says, after every single step.
 */
class UnreadModelTest {

    private static final List<String> PEOPLE = List.of("ada", "bob", "cleo", "dan", "eve");
    private static final Map<String, List<String>> CONVERSATIONS = Map.of(
            "ada-bob", List.of("ada", "bob"),
            "bob-cleo", List.of("bob", "cleo"),
            "ada-eve", List.of("ada", "eve"),
            "lunch", PEOPLE,
            "trio", List.of("cleo", "dan", "eve"),
            "duo", List.of("ada", "dan"));

    @Property(tries = 25)
    void everybodySeesWhatTheModelSays(@ForAll long seed) {
        var run = new Run(new Random(seed));
        for (var step = 0; step < 200; step++) {
            run.anyStep();
            run.check();
        }
    }

    /** What is true of one conversation. */
    private static final class Model {
        private final List<String> senders = new ArrayList<>();
        private final Map<String, Long> read = new HashMap<>();
        private final Map<String, Long> delivered = new HashMap<>();
        private String lastClientMessageId;

        long unread(String userId) {
            var count = 0L;
            for (var seq = read(userId) + 1; seq <= senders.size(); seq++) {
                if (!senders.get((int) seq - 1).equals(userId)) {
                    count++;
                }
            }
            return count;
        }

        long read(String userId) {
            return read.getOrDefault(userId, 0L);
        }

        long delivered(String userId) {
            return Math.max(read(userId), delivered.getOrDefault(userId, 0L));
        }

        void send(String userId, String clientMessageId) {
            senders.add(userId);
            lastClientMessageId = clientMessageId;
        }

        void read(String userId, long seq) {
            read.merge(userId, Math.min(seq, senders.size()), Math::max);
        }

        void delivered(String userId, long seq) {
            delivered.merge(userId, Math.min(seq, senders.size()), Math::max);
        }
    }

    private static final class Run {

        private final Random random;
        private final TestClock clock = new TestClock();
        private final InMemoryConversations conversations = new InMemoryConversations();
        private final InMemoryEntries entries = new InMemoryEntries();
        private final InMemoryReadPositions positions = new InMemoryReadPositions();
        private final RecordingDelivery delivery = new RecordingDelivery();
        private final List<LogReplica> replicas = List.of(replica(), replica());
        private final MarkPosition markPosition =
                positions.markPosition(conversations.access(), replicas.get(0).messageQueries(), delivery, clock);

        private final Map<String, Model> models = new HashMap<>();
        /** Latest activity last. */
        private final List<String> active = new ArrayList<>();

        private final List<SendMessageCommand> sent = new ArrayList<>();
        private final List<String> log = new ArrayList<>();
        private LogReplica lastUsed = replicas.get(0);

        Run(Random random) {
            this.random = random;
            CONVERSATIONS.forEach((id, members) -> {
                conversations.with(id, members.toArray(String[]::new));
                models.put(id, new Model());
            });
        }

        private LogReplica replica() {
            return new LogReplica(conversations, entries, delivery, clock);
        }

        private SendMessage sendMessage(LogReplica replica) {
            return new SendMessage(
                    replica.log(),
                    replica.readLog(),
                    conversations.access(),
                    new StubAttachments().service(conversations.access()),
                    delivery,
                    new SendMessageFixture.TestLimits(),
                    TestIds.at(clock),
                    (message, memberIds) -> {},
                    new SimpleMeterRegistry());
        }

        void anyStep() {
            clock.advance(Duration.ofMillis(1));
            var id = any(List.copyOf(CONVERSATIONS.keySet()));
            var who = any(CONVERSATIONS.get(id));
            var seq = random.nextInt(models.get(id).senders.size() + 3);
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> send(id, who);
                case 3 -> repeat();
                case 4, 5 -> {
                    log.add(who + " reads " + id + " to " + seq);
                    get(markPosition.read(id, who, seq));
                    models.get(id).read(who, seq);
                }
                default -> {
                    log.add(who + " has " + id + " to " + seq);
                    get(markPosition.delivered(id, who, seq));
                    models.get(id).delivered(who, seq);
                }
            }
        }

        private void send(String id, String who) {
            var device = who + "-" + random.nextInt(3);
            var command =
                    new SendMessageCommand(id, who, UUID.randomUUID().toString(), "m" + sent.size(), null, device);
            log.add(device + " sends to " + id);
            lastUsed = any(replicas);
            get(sendMessage(lastUsed).handle(command));
            sent.add(command);
            models.get(id).send(who, command.clientMessageId());
            active.remove(id);
            active.add(id);
        }

        /** As a device does that did not hear the answer: once more, on whatever replica it is by now. Nothing changes. */
        private void repeat() {
            if (!sent.isEmpty()) {
                var command = any(sent);
                log.add(command + " again");
                get(sendMessage(any(replicas)).handle(command));
            }
        }

        /** What each sees who connects anew, and so fetches everything. */
        void check() {
            for (var who : PEOPLE) {
                var list = lastUsed.list(who, positions);
                assertThat(list)
                        .as("the list of %s; %s", who, log)
                        .extracting(ConversationView::id)
                        .containsExactlyElementsOf(expected(who));
                list.forEach(view -> check(who, view));
            }
        }

        /** Latest activity first; those in which nothing has happened yet, as they were made, by their ids. */
        private List<String> expected(String who) {
            var quiet = CONVERSATIONS.keySet().stream()
                    .filter(id -> !active.contains(id))
                    .sorted()
                    .toList();
            return Stream.concat(quiet.stream(), active.stream())
                    .filter(id -> CONVERSATIONS.get(id).contains(who))
                    .collect(Collectors.collectingAndThen(Collectors.toCollection(ArrayList::new), ids -> {
                        Collections.reverse(ids);
                        return ids;
                    }));
        }

        private void check(String who, ConversationView view) {
            var model = models.get(view.id());
            assertThat(view.unread()).as("%s in %s; %s", who, view.id(), log).isEqualTo(model.unread(who));
            assertThat(view.lastSeq()).isEqualTo(model.senders.size());
            var last = view.lastMessage();
            assertThat(last == null ? null : last.clientMessageId()).isEqualTo(model.lastClientMessageId);
            var others = view.members().stream()
                    .map(MemberView::userId)
                    .filter(member -> !member.equals(who))
                    .toList();
            assertThat(view.readByAllSeq())
                    .as("read by all but %s in %s; %s", who, view.id(), log)
                    .isEqualTo(others.stream().mapToLong(model::read).min().orElse(0));
            assertThat(view.deliveredToAllSeq())
                    .as("delivered to all but %s in %s; %s", who, view.id(), log)
                    .isEqualTo(others.stream().mapToLong(model::delivered).min().orElse(0));
            for (var member : view.members()) {
                assertThat(member.readSeq())
                        .as("read by %s in %s; %s", member.userId(), view.id(), log)
                        .isEqualTo(model.read(member.userId()));
                assertThat(member.deliveredSeq())
                        .as("delivered to %s in %s; %s", member.userId(), view.id(), log)
                        .isEqualTo(model.delivered(member.userId()));
            }
        }

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }
    }
}
