package dev.natter.chat.message;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.RecordingDelivery;
import dev.natter.chat.attachment.StubAttachments;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.MessageView.Reaction;
import dev.natter.chat.log.Entry;
import dev.natter.chat.log.Entry.MessageSent;
import dev.natter.chat.log.EntryFrame;
import dev.natter.chat.log.LogReplica;
import dev.natter.chat.log.MessageChange;
import dev.natter.chat.log.MessageChange.MessageDeleted;
import dev.natter.chat.log.MessageChange.MessageEdited;
import dev.natter.chat.log.MessageChange.MessageReacted;
import dev.natter.chat.mongo.ChatDatabase;
import dev.natter.chat.mongo.Ids;
import dev.natter.testing.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Several people send, edit, delete and react on two replicas that die at any point of a change, on a real store. Every
 * change in the log was allowed where it stands, and every message, page, count, list and frame is what the log says.
 */
@QuarkusTest
class MessageChangesModelTest {

    private static final List<String> PEOPLE = List.of("ada", "bob", "cleo");
    private static final List<String> EMOJI = List.of("👍", "❤️", "👩🏽‍🚀", "x");
    private static final List<String> TEXTS = List.of("a", "b", " c", "@[bob]", "", "far too long a text");
    private static final Duration AFTER_A_DEATH = Duration.ofSeconds(16);

    @Inject
    ChatDatabase database;

    @Inject
    Ids ids;

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("seeds", 12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everythingIsAsTheLogSays(int seed) {
        var run = new Run(new Random(seed));
        for (var step = 0; step < 60; step++) {
            run.anyStep();
        }
        run.check();
    }

    /** What a client has fetched. */
    private record Fetched(long lastSeq, Map<String, MessageView> messages) {}

    private final class Run {

        private final Random random;
        private final String id = ids.next();
        private final TestClock clock = new TestClock();
        private final InMemoryConversations conversations =
                new InMemoryConversations().with(id, PEOPLE.toArray(String[]::new));
        private final RecordingDelivery delivery = new RecordingDelivery();
        private final AtomicBoolean dies = new AtomicBoolean();
        private final List<LogReplica> replicas = List.of(replica(), replica());
        private final List<ChangeMessage> changing = replicas.stream()
                .map(each -> new ChangeMessage(
                        conversations.access(), each.changes(), new SendMessageFixture.TestLimits(), clock))
                .toList();
        private final List<SendMessage> sending =
                replicas.stream().map(this::sendMessage).toList();
        private final List<MessageView> sent = new ArrayList<>();
        private final List<Fetched> clients = new ArrayList<>();
        private final List<String> steps = new ArrayList<>();

        Run(Random random) {
            this.random = random;
        }

        private LogReplica replica() {
            return LogReplica.of(conversations, database, ids, () -> dies.getAndSet(false), delivery, clock);
        }

        private SendMessage sendMessage(LogReplica replica) {
            return new SendMessage(
                    replica.log(),
                    replica.readLog(),
                    conversations.access(),
                    new StubAttachments().service(conversations.access()),
                    delivery,
                    new SendMessageFixture.TestLimits(),
                    ids,
                    (message, memberIds) -> {},
                    new SimpleMeterRegistry());
        }

        void anyStep() {
            clock.advance(Duration.ofMillis(7));
            switch (random.nextInt(sent.size() < 3 ? 1 : 12)) {
                case 0, 1 -> send();
                case 2 -> {
                    dies.set(true);
                    run(anyChange());
                    die();
                }
                case 3 -> {
                    any(replicas).lockAndDie(id, any(sent).id());
                    die();
                }
                case 4 -> {
                    var message = any(sent).id();
                    run(Uni.join()
                            .all(IntStream.range(0, 4)
                                    .mapToObj(number -> outcome(anyChange(message)))
                                    .toList())
                            .andFailFast());
                }
                case 5 -> clients.add(fetch(any(replicas)));
                case 6 -> any(replicas).project();
                default -> run(anyChange());
            }
        }

        private void send() {
            var text = any(TEXTS.subList(0, 4));
            var replyTo =
                    sent.isEmpty() || random.nextBoolean() ? null : any(sent).id();
            var command = new SendMessageCommand(
                    id, any(PEOPLE), UUID.randomUUID().toString(), text, null, null, null, replyTo, null);
            var message = get(any(sending).handle(command)).message();
            steps.add("send " + message);
            sent.add(message);
        }

        /** What was under way is seen by readers at once, and settled by the next one after a while. */
        private void die() {
            steps.add("died");
            dies.set(false);
            if (random.nextBoolean()) {
                fetch(any(replicas));
            }
            clock.advance(AFTER_A_DEATH);
            if (random.nextInt(3) == 0) {
                any(replicas).settle();
            }
        }

        private Uni<?> anyChange() {
            return anyChange(any(sent).id());
        }

        private Uni<?> anyChange(String message) {
            var by = any(PEOPLE);
            var at = any(changing);
            return switch (random.nextInt(6)) {
                case 0 -> at.delete(id, message, by);
                case 1, 2 -> at.edit(id, message, by, any(TEXTS));
                default -> at.react(id, message, by, any(EMOJI), random.nextInt(3) > 0);
            };
        }

        private void run(Uni<?> change) {
            steps.add(String.valueOf(get(outcome(change))));
        }

        private Uni<String> outcome(Uni<?> change) {
            return change.map(String::valueOf).onFailure().recoverWithItem(Throwable::toString);
        }

        private Fetched fetch(LogReplica from) {
            var lastSeq = entries(from, 0).stream().mapToLong(Entry::seq).max().orElse(0);
            var messages = messages(get(from.readLog().shownFollowing(id, "ada", 0, 1_000)));
            return new Fetched(lastSeq, messages);
        }

        private List<Entry> entries(LogReplica from, long after) {
            return get(from.readLog().following(id, "ada", after, 1_000));
        }

        private static Map<String, MessageView> messages(List<Entry> entries) {
            return entries.stream()
                    .filter(MessageSent.class::isInstance)
                    .map(entry -> ((MessageSent) entry).message())
                    .collect(Collectors.toMap(
                            MessageView::id, Function.identity(), (one, other) -> other, LinkedHashMap::new));
        }

        void check() {
            var log = entries(replicas.get(0), 0);
            assertThat(log)
                    .extracting(Entry::seq)
                    .as("no holes")
                    .isEqualTo(LongStream.rangeClosed(1, log.size()).boxed().toList());
            var states = replay(log);
            for (var replica : replicas) {
                var shown = fetch(replica).messages();
                assertThat(shown.keySet()).isEqualTo(states.keySet());
                states.forEach((message, state) -> assertSame(shown.get(message), state, "page"));
                assertThat(messages(entries(replica, 0)))
                        .as("the same in all pages")
                        .isEqualTo(shown);
            }
            clients.forEach(client -> catchUp(client, states));
            clock.advance(AFTER_A_DEATH);
            replicas.get(0).settle();
            checkUnread(states);
            checkList(states);
        }

        /** Every change was allowed where it stands, and its frame had the state after it. */
        private Map<String, MessageView> replay(List<Entry> log) {
            var frames = delivery.frames().stream()
                    .filter(EntryFrame.class::isInstance)
                    .map(EntryFrame.class::cast)
                    .collect(Collectors.toMap(frame -> frame.entry().seq(), Function.identity(), (one, other) -> one));
            var first = sent.stream().collect(Collectors.toMap(MessageView::id, Function.identity()));
            var states = new LinkedHashMap<String, MessageView>();
            for (var entry : log) {
                if (entry instanceof MessageSent message) {
                    var id = message.message().id();
                    states.put(id, first.get(id));
                } else if (entry instanceof MessageChange change) {
                    var frame = frames.get(entry.seq());
                    var before = states.get(change.messageId());
                    assertAllowed((MessageChange) frame.entry(), before);
                    var after = ((MessageChange) frame.entry()).applyTo(before);
                    states.put(change.messageId(), after);
                    assertSame(frame.message(), after, "frame");
                    if (entry instanceof MessageEdited edited && edited.text() != null) {
                        assertThat(edited).isEqualTo(frame.entry());
                    }
                }
            }
            log.forEach(entry -> assertThat(isDeletedText(entry, states))
                    .as("a deleted text reappears")
                    .isFalse());
            return states;
        }

        private boolean isDeletedText(Entry entry, Map<String, MessageView> states) {
            return entry instanceof MessageEdited edited
                    && edited.text() != null
                    && states.get(edited.messageId()).deletedAt() != null
                    && !isLocked(edited.messageId());
        }

        private boolean isLocked(String message) {
            return !steps.isEmpty() && !dies.get() && replicas.get(0).isLocked(id, message);
        }

        private void assertAllowed(MessageChange change, MessageView before) {
            assertThat(before.deletedAt())
                    .as("%s of a deleted message; %s", change, steps)
                    .isNull();
            if (change instanceof MessageEdited edited) {
                assertThat(edited.by()).isEqualTo(before.senderId());
                assertThat(edited.text()).isNotEqualTo(before.text());
            } else if (change instanceof MessageDeleted deleted) {
                assertThat(deleted.by()).isIn(before.senderId(), "ada");
            } else if (change instanceof MessageReacted reacted) {
                assertThat(before.reactions().stream()
                                .anyMatch(each -> each.emoji().equals(reacted.emoji())
                                        && each.userIds().contains(reacted.by())))
                        .as("%s changes something; %s", reacted, steps)
                        .isNotEqualTo(reacted.added());
                assertThat(change.applyTo(before).reactions()).hasSizeLessThanOrEqualTo(2);
            }
        }

        private void assertSame(MessageView actual, MessageView expected, String where) {
            assertThat(actual.quoting(null)).as("%s; %s", where, steps).isEqualTo(expected.quoting(null));
            assertThat(actual.replyTo() == null).isEqualTo(expected.replyTo() == null);
            assertThat(actual.reactions())
                    .extracting(Reaction::userIds)
                    .allSatisfy(userIds ->
                            assertThat(userIds).doesNotHaveDuplicates().isNotEmpty());
        }

        /** A client that was away applies what it missed to what it has. */
        private void catchUp(Fetched client, Map<String, MessageView> states) {
            var known = new HashMap<>(client.messages());
            for (var entry : entries(any(replicas), client.lastSeq())) {
                if (entry instanceof MessageSent message) {
                    known.put(message.message().id(), message.message());
                } else if (entry instanceof MessageChange change) {
                    known.computeIfPresent(change.messageId(), (same, message) -> change.applyTo(message));
                }
            }
            states.forEach((message, state) -> assertThat(known.get(message).quoting(null))
                    .as("after a reconnect from %s; %s", client.lastSeq(), steps)
                    .usingRecursiveComparison()
                    .ignoringFields("editedAt", "deletedAt")
                    .isEqualTo(state.quoting(null)));
        }

        private void checkUnread(Map<String, MessageView> states) {
            for (var person : PEOPLE) {
                var count = states.values().stream()
                        .filter(state -> state.deletedAt() == null)
                        .filter(state -> !state.senderId().equals(person))
                        .count();
                assertThat(get(replicas.get(0).messageQueries().unread(person, Map.of(id, 0L)))
                                .get(id)
                                .count())
                        .isEqualTo(count);
            }
        }

        private void checkList(Map<String, MessageView> states) {
            replicas.forEach(LogReplica::project);
            var newest = states.values().stream().reduce((one, other) -> other).orElseThrow();
            assertSame(Objects.requireNonNull(conversations.get(id).last()), newest, "list");
        }

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }
    }
}
