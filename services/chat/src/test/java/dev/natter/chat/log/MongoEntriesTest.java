package dev.natter.chat.log;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Parallel;
import dev.natter.chat.RecordingDelivery;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.conversation.MessageQueries.Unread;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.log.ConversationLog.Appended;
import dev.natter.chat.log.Entries.InsertResult;
import dev.natter.chat.log.PendingEntry.IdempotencyKey;
import dev.natter.chat.mongo.ChatDatabase;
import dev.natter.chat.mongo.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What appending relies on is what the server does. */
@QuarkusTest
class MongoEntriesTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final InsertResult STORED = new InsertResult.Stored();

    @Inject
    ChatDatabase database;

    @Inject
    Ids ids;

    private MongoEntries entries;
    private String lunch;
    private String dinner;

    @BeforeEach
    void conversations() {
        entries = LogReplica.entries(database, ids, Clock.systemUTC());
        lunch = ids.next();
        dinner = ids.next();
    }

    @Test
    void entriesOfManyConversationsAreStoredOrRefusedEachForItself() {
        var repeated = TextEntry.of(dinner, "ada", "first");
        get(entries.insert(repeated.at(1, NOON)));
        get(entries.insert(TextEntry.of(lunch, "ada", "1").at(1, NOON)));
        var third = ids.next();

        var results = get(Uni.join()
                .all(
                        entries.insert(TextEntry.of(lunch, "bob", "too late").at(1, NOON)),
                        entries.insert(repeated.at(2, NOON)),
                        entries.insert(TextEntry.of(third, "ada", "fresh").at(1, NOON)),
                        entries.insert(TextEntry.of(ids.next(), "ada", "fresh").at(1, NOON)))
                .andFailFast());

        assertThat(results)
                .containsExactly(new InsertResult.NumberTaken(), new InsertResult.Repeated(), STORED, STORED);
        assertThat(texts(lunch)).containsExactly("1");
        assertThat(texts(dinner)).containsExactly("first");
        assertThat(texts(third)).containsExactly("fresh");
    }

    @Test
    void aRunStopsAtTheFirstThatIsRefused() {
        var first = TextEntry.of(lunch, "ada", "1");
        get(entries.insert(first.at(1, NOON)));

        var repeat = get(entries.insertInOrder(List.of(
                TextEntry.of(lunch, "ada", "2").at(2, NOON),
                first.at(3, NOON),
                TextEntry.of(lunch, "ada", "3").at(4, NOON),
                TextEntry.of(lunch, "ada", "4").at(5, NOON))));
        var taken = get(entries.insertInOrder(List.of(
                TextEntry.of(lunch, "bob", "a").at(2, NOON),
                TextEntry.of(lunch, "bob", "b").at(3, NOON))));

        assertThat(repeat).startsWith(STORED, new InsertResult.Repeated());
        assertThat(repeat.subList(2, 4)).hasOnlyElementsOfType(InsertResult.NotStored.class);
        assertThat(taken).startsWith(new InsertResult.NumberTaken());
        assertThat(taken.subList(1, 2)).hasOnlyElementsOfType(InsertResult.NotStored.class);
        assertThat(texts(lunch)).containsExactly("1", "2");
    }

    @Test
    void ofTwoReasonsTheTakenNumberIsNamed() {
        var first = TextEntry.of(lunch, "ada", "1");
        get(entries.insert(first.at(1, NOON)));

        assertThat(get(entries.insert(first.at(1, NOON)))).isEqualTo(new InsertResult.NumberTaken());
    }

    @Test
    void anEntryIsReadAsItWasWritten() {
        var entry = TextEntry.of(lunch, "ada", "Soup? 🥣");
        get(entries.insert(entry.at(1, NOON)));

        assertThat(get(entries.find(entry.key()))).isEqualTo(entry.at(1, NOON));
        assertThat(get(entries.find(
                        new IdempotencyKey(dinner, "ada", entry.key().clientMessageId()))))
                .isNull();
    }

    @Test
    void pagesAreCutInBothDirectionsAndNeverReachIntoAnotherConversation() {
        append(dinner, "bob", 3);
        append(lunch, "ada", 20);
        append(ids.next(), "bob", 3);

        assertThat(seqs(get(entries.following(lunch, 0, 3)))).containsExactly(1L, 2L, 3L);
        assertThat(seqs(get(entries.following(lunch, 15, 100)))).containsExactly(16L, 17L, 18L, 19L, 20L);
        assertThat(seqs(get(entries.shownPreceding(lunch, "carol", Long.MAX_VALUE, 2))))
                .containsExactly(20L, 19L);
        assertThat(seqs(get(entries.shownPreceding(lunch, "carol", 3, 100)))).containsExactly(2L, 1L);
        assertThat(get(entries.shownPreceding(lunch, "carol", 0, 100))).isEmpty();
        assertThat(get(entries.lastSeq(lunch, 0))).isEqualTo(20);
        assertThat(get(entries.lastSeq(lunch, 20))).isEqualTo(20);
        assertThat(get(entries.lastSeq(ids.next(), 0))).isZero();
        assertThat(get(entries.authors(lunch, 20, 5))).isEqualTo(Set.of("ada"));
    }

    @Test
    void countsWhatOthersSentAboveAPosition() {
        append(lunch, "ada", 3);
        get(entries.insert(TextEntry.of(lunch, "bob", "own").at(4, NOON)));
        append(dinner, "ada", 1);

        assertThat(get(entries.unread("bob", Map.of(lunch, 1L, dinner, 1L, ids.next(), 0L))))
                .isEqualTo(Map.of(lunch, new Unread(2, 4)));
        assertThat(get(entries.unread("ada", Map.of(lunch, 0L, dinner, 0L))))
                .isEqualTo(Map.of(lunch, new Unread(1, 4), dinner, new Unread(0, 1)));
    }

    /** Each replica with a cache and batches of its own; only the database knows of both. */
    @Test
    void twoReplicasThatAppendAsFastAsTheyCanLeaveNoHoleAndKeepEachSendersOrder() {
        var people = IntStream.range(0, 8).mapToObj(number -> "p" + number).toList();
        var conversations = new InMemoryConversations().with(lunch, people.toArray(String[]::new));
        var replicas = List.of(replica(conversations), replica(conversations));

        var stored = Parallel.times(
                people.size(),
                number -> IntStream.range(0, 40)
                        .mapToObj(text -> get(Uni.createFrom()
                                .deferred(() -> replicas.get(number % 2)
                                        .append(
                                                TextEntry.of(lunch, people.get(number), String.valueOf(text)),
                                                (entry, members) -> {}))))
                        .toList());

        assertThat(stored).allSatisfy(each -> assertThat(each).allMatch(Appended::isNew));
        var log = messages(lunch);
        assertThat(log)
                .extracting(MessageView::seq)
                .isEqualTo(LongStream.rangeClosed(1, 320).boxed().toList());
        people.forEach(person -> assertThat(log)
                .filteredOn(message -> message.senderId().equals(person))
                .extracting(MessageView::text)
                .isEqualTo(IntStream.range(0, 40).mapToObj(String::valueOf).toList()));
    }

    private ConversationLog replica(InMemoryConversations conversations) {
        return new LogReplica(
                        conversations,
                        LogReplica.entries(database, ids, Clock.systemUTC()),
                        new RecordingDelivery(),
                        Clock.systemUTC())
                .log();
    }

    private void append(String conversationId, String sender, int count) {
        get(entries.insertInOrder(IntStream.rangeClosed(1, count)
                .mapToObj(seq -> TextEntry.of(conversationId, sender, "m" + seq).at(seq, NOON))
                .toList()));
    }

    private List<String> texts(String conversationId) {
        return messages(conversationId).stream().map(MessageView::text).toList();
    }

    private List<MessageView> messages(String conversationId) {
        return get(entries.following(conversationId, 0, 1_000)).stream()
                .map(entry -> ((Entry.MessageSent) entry).message())
                .toList();
    }

    private static List<Long> seqs(List<Entry> found) {
        return found.stream().map(Entry::seq).toList();
    }
}
